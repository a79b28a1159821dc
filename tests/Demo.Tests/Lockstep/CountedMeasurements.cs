using System.Diagnostics.Metrics;

namespace MonitoringDemo.Demo.Tests.Lockstep;

/// <summary>What the counters of one model say, as a scrape would read them.</summary>
internal sealed class CountedMeasurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, (Dictionary<string, string> Labels, double Value)> _values = [];
    private readonly List<string> _bornCounting = [];

    /// <param name="model">A name that no other fleet of this process has.</param>
    public CountedMeasurements(string model)
    {
        Model = model;
        _listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Name is "mlops_answers" or "mlops_calibration_outcomes" or "mlops_calibration_scores" or "mlops_decisions") me.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    public string Model { get; }

    /// <summary>Series that did not stand at 0 before they counted: Prometheus sees no increase in their first value.</summary>
    public IReadOnlyList<string> BornCounting => _bornCounting;

    /// <summary>Reads them all.</summary>
    public void Read() => _listener.RecordObservableInstruments();

    /// <summary>The sum of the series that have these labels.</summary>
    public double Sum(string metric, params (string Label, string Value)[] labels) => _values
        .Where(each => each.Key.StartsWith(metric + " ", StringComparison.Ordinal) && labels.All(label => each.Value.Labels[label.Label] == label.Value))
        .Sum(each => each.Value.Value);

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = tags.ToArray().ToDictionary(tag => tag.Key, tag => (string)tag.Value!);
        if (labels["model"] != Model) return;
        var series = $"{instrument.Name} {string.Join(' ', labels.Values)}";
        var before = _values.GetValueOrDefault(series);
        if (!instrument.IsObservable && before.Labels is null && value != 0) _bornCounting.Add(series);
        _values[series] = (labels, instrument.IsObservable ? value : before.Value + value);
    }
}
