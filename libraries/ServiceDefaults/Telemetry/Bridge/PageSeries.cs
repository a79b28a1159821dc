using Prometheus;

namespace MonitoringDemo.ServiceDefaults.Telemetry.Bridge;

/// <summary>One series of the page: a child of prometheus-net that is fed by one or more instruments.</summary>
internal abstract class PageSeries
{
    /// <summary>True once an instrument writes to it by itself: then nothing removes it.</summary>
    public bool Kept { get; set; }

    /// <summary>What it is called by; null before it is known.</summary>
    public SeriesLabels? Labels { get; set; }

    public bool Has(string label, string value) =>
        Labels is { } labels && Array.IndexOf(labels.Names, label) is >= 0 and var at && labels.Values[at] == value;

    /// <summary>A step of a counter, of a gauge up or down, or a measurement of a histogram.</summary>
    public abstract void Add(double value);

    /// <summary>The whole value.</summary>
    public abstract void Set(double value);

    public abstract void Remove();

    /// <summary>A series at zero (a gauge: unseen until it has a value).</summary>
    public static PageSeries Create(Collector collector, string[] labelValues) => collector switch
    {
        Counter counter => new CounterSeries(counter, labelValues),
        Gauge gauge => new GaugeSeries(gauge.WithLabels(labelValues)),
        Histogram histogram => new HistogramSeries(histogram.WithLabels(labelValues)),
        _ => throw new ArgumentOutOfRangeException(nameof(collector)),
    };

    private sealed class CounterSeries : PageSeries
    {
        private readonly Counter _counter;
        private readonly string[] _labelValues;
        private Counter.Child _child;

        public CounterSeries(Counter counter, string[] labelValues)
        {
            (_counter, _labelValues, _child) = (counter, labelValues, counter.WithLabels(labelValues));
            _child.Publish();
        }

        // Nothing is no exemplar: its trace would show nothing that was counted.
        public override void Add(double value)
        {
            if (value > 0) _child.Inc(value);
        }

        /// <summary>A smaller value than before means that what is counted began anew.</summary>
        public override void Set(double value)
        {
            if (value < _child.Value)
            {
                _child.Remove();
                _child = _counter.WithLabels(_labelValues);
                _child.Publish();
            }

            _child.IncTo(value);
        }

        public override void Remove() => _child.Remove();
    }

    private sealed class GaugeSeries(Gauge.Child child) : PageSeries
    {
        // Once a sum is not a number it stays so.
        public override void Add(double value)
        {
            if (double.IsFinite(value)) child.Inc(value);
        }

        public override void Set(double value) => child.Set(value);

        public override void Remove() => child.Remove();
    }

    private sealed class HistogramSeries : PageSeries
    {
        private readonly Histogram.Child _child;

        public HistogramSeries(Histogram.Child child)
        {
            _child = child;
            _child.Publish();
        }

        public override void Add(double value) => _child.Observe(value);

        public override void Set(double value) => _child.Observe(value);

        public override void Remove() => _child.Remove();
    }
}
