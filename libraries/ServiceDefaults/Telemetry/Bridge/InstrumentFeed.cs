using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace MonitoringDemo.ServiceDefaults.Telemetry.Bridge;

/// <summary>Leads what one instrument measures to the series of its family. A label set that is known costs one look-up and no memory.</summary>
internal sealed class InstrumentFeed
{
    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], PageSeries> _known = new(TagComparer.Instance);
    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], PageSeries>.AlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>> _lookUp;
    private readonly Lock _gate = new();
    private readonly SeriesSet _set;
    private readonly MeterBridge _bridge;
    private readonly double _divisor;
    private readonly bool _observable, _counter, _state;
    private readonly string? _fold;
    private int _count, _refused, _generation;

    public InstrumentFeed(Instrument instrument, MetricFamily family, SeriesSet set, MeterBridge bridge)
    {
        (_set, _bridge, _divisor) = (set, bridge, family.Divisor);
        (_observable, _counter) = (instrument.IsObservable, family.Kind == FamilyKind.Counter);
        _state = instrument.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Gauge<>);
        // The step down after a failure carries the exception, the step up did not: apart they would drift for ever.
        _fold = MetricFamily.IsActiveCount(instrument) ? "messaging.masstransit.exception_type" : null;
        _lookUp = _known.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>();
    }

    public void Take(double measured, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var value = _divisor == 1 ? measured : measured / _divisor;
        if (_counter && !(value >= 0 && double.IsFinite(value)))
        {
            if (Interlocked.Exchange(ref _refused, 1) == 0) _bridge.Remark($"{_set.Family.SampleName} was given {measured}; a counter takes no such value, so it is left out.");
        }
        else if (_observable)
        {
            _set.Report(SeriesLabels.Of(tags, _fold), value);
        }
        else
        {
            if (_generation != _set.Generation) Forget();
            if (!_lookUp.TryGetValue(tags, out var series)) series = Find(tags);
            if (_state) series.Set(value);
            else series.Add(value);
        }
    }

    /// <summary>Some series were dropped: those that are kept are asked for again.</summary>
    private void Forget()
    {
        lock (_gate)
        {
            _generation = _set.Generation;
            _known.Clear();
            _count = 0;
        }
    }

    private PageSeries Find(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_gate)
        {
            if (_lookUp.TryGetValue(tags, out var known)) return known;
            var series = _set.Keep(_count < SeriesSet.Most ? SeriesLabels.Of(tags, _fold) : null);
            if (_count < SeriesSet.Most)
            {
                _known[tags.ToArray()] = series;
                _count++;
            }

            return series;
        }
    }
}
