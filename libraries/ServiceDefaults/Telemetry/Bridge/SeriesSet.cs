using Prometheus;

namespace MonitoringDemo.ServiceDefaults.Telemetry.Bridge;

/// <summary>The series of one family, of whichever instruments they are.</summary>
internal sealed class SeriesSet(MetricFamily family, string? help, double[] edges, IMetricFactory metrics, Action<string> remark)
{
    /// <summary>Label sets that a family may have: enough for 100 features of a model in 20 bins and two windows. What is measured beyond them is added up in one series.</summary>
    public const int Most = 4000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, PageSeries> _series = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SeriesLabels Labels, double Value)> _reported = new(StringComparer.Ordinal);
    private readonly string _help = MetricNames.Help(help);
    private PageSeries? _overflow;
    private bool _told;
    private int _generation;

    public MetricFamily Family => family;

    /// <summary>The series with these labels, at zero if it is new, to be fed from now on; that of all others when the labels are null.</summary>
    public PageSeries Keep(SeriesLabels? labels)
    {
        lock (_gate)
        {
            var series = (labels is null ? null : Find(labels)) ?? Overflow();
            series.Kept = true;
            return series;
        }
    }

    /// <summary>Changes whenever series are dropped: whoever keeps some has to ask for them again.</summary>
    public int Generation => Volatile.Read(ref _generation);

    /// <summary>Takes the series away that have this label; measured again, they begin at zero.</summary>
    public void Drop(string label, string value)
    {
        lock (_gate)
        {
            foreach (var (key, series) in _series)
            {
                if (!series.Has(label, value)) continue;
                series.Remove();
                _series.Remove(key);
            }

            _generation++;
        }
    }

    /// <summary>What an observable instrument reports. Of two that report one series in one collection the first counts.</summary>
    public void Report(SeriesLabels labels, double value)
    {
        lock (_gate) _reported.TryAdd(labels.Key, (labels, value));
    }

    /// <summary>Ends a collection: what was reported before and is no longer goes, then what was reported is shown.</summary>
    public void Settle()
    {
        lock (_gate)
        {
            foreach (var (key, series) in _series)
            {
                if (series.Kept || _reported.ContainsKey(key)) continue;
                series.Remove();
                _series.Remove(key);
            }

            double? beyond = null;
            foreach (var (labels, value) in _reported.Values)
            {
                if (Find(labels) is { } series) series.Set(value);
                else beyond = (beyond ?? 0) + value;
            }

            _reported.Clear();
            if (beyond is { } sum) Overflow().Set(sum);
            else if (_overflow is { Kept: false }) RemoveOverflow(_overflow);
        }
    }

    private void RemoveOverflow(PageSeries overflow)
    {
        overflow.Remove();
        _overflow = null;
    }

    private PageSeries? Find(SeriesLabels labels)
    {
        if (_series.TryGetValue(labels.Key, out var known)) return known;
        return _series.Count < Most ? _series[labels.Key] = Create(labels) : null;
    }

    private PageSeries Overflow()
    {
        if (!_told) remark($"{family.SampleName} has {Most} label sets; what is measured with others is added up under {SeriesLabels.Overflow.Names[0]}=\"true\".");
        _told = true;
        return _overflow ??= Create(SeriesLabels.Overflow);
    }

    private PageSeries Create(SeriesLabels labels)
    {
        var series = PageSeries.Create(CollectorOf(labels.Names), labels.Values);
        series.Labels = labels;
        return series;
    }

    // prometheus-net gives one collector for each set of label names. Nothing is shown before it is published: else a series without
    // labels that was removed would come back at zero.
    private Collector CollectorOf(string[] names) => family.Kind switch
    {
        FamilyKind.Counter => metrics.CreateCounter(family.SampleName, _help, names, new CounterConfiguration { SuppressInitialValue = true }),
        FamilyKind.Gauge => metrics.CreateGauge(family.SampleName, _help, names, new GaugeConfiguration { SuppressInitialValue = true }),
        _ => metrics.CreateHistogram(family.SampleName, _help, names, new HistogramConfiguration { SuppressInitialValue = true, Buckets = edges }),
    };
}
