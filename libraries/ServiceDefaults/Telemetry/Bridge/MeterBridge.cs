using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Prometheus;

namespace MonitoringDemo.ServiceDefaults.Telemetry.Bridge;

/// <summary>
/// Leads the platform's instruments into a registry of prometheus-net, from its construction to the end of the host. prometheus-net's own
/// adapter is no substitute: docs/decisions/0022-prometheus-net-owns-the-metrics-page.md.
/// </summary>
/// <remarks>It is a hosted service only so that it stands before every other: a counter that is set to 0 before anyone listens is never seen.</remarks>
internal sealed class MeterBridge : IHostedService, IDisposable
{
    private static readonly HashSet<string> _meters = new(StringComparer.Ordinal)
    {
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime", "MassTransit",
    };

    private readonly Lock _gate = new();
    private readonly List<MeterListener> _listeners = [];
    private readonly ConcurrentDictionary<string, SeriesSet> _families = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _remarks = new();
    private readonly MetricFactory _metrics;

    private readonly string? _hidden;

    /// <param name="hidden">A meter that is not shown though the host listens to its scope.</param>
    public MeterBridge(string? hidden = null)
    {
        _hidden = hidden;
        Registry = Metrics.NewCustomRegistry();
        _metrics = Metrics.WithCustomRegistry(Registry);
        _metrics.ExemplarBehavior = new ExemplarBehavior { DefaultExemplarProvider = new ExemplarPace().Of };
    }

    /// <summary>What the page shows.</summary>
    public CollectorRegistry Registry { get; }

    /// <summary>What the page no longer has to show.</summary>
    public RetiredSeries Retired { get; } = new();

    /// <summary>Listens to the meters of one <see cref="IMeterFactory"/>; null for those that belong to the process. So two hosts in one process do not mix.</summary>
    public void Listen(object? scope)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, itself) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, scope) && IsShown(instrument.Meter) && FeedOf(instrument) is { } feed) itself.EnableMeasurementEvents(instrument, feed);
            },
        };
        listener.SetMeasurementEventCallback<byte>(static (_, value, tags, feed) => ((InstrumentFeed)feed!).Take(value, tags));
        listener.SetMeasurementEventCallback<short>(static (_, value, tags, feed) => ((InstrumentFeed)feed!).Take(value, tags));
        listener.SetMeasurementEventCallback<int>(static (_, value, tags, feed) => ((InstrumentFeed)feed!).Take(value, tags));
        listener.SetMeasurementEventCallback<long>(static (_, value, tags, feed) => ((InstrumentFeed)feed!).Take(value, tags));
        listener.SetMeasurementEventCallback<float>(static (_, value, tags, feed) => ((InstrumentFeed)feed!).Take(value, tags));
        listener.SetMeasurementEventCallback<double>(static (_, value, tags, feed) => ((InstrumentFeed)feed!).Take(value, tags));
        listener.SetMeasurementEventCallback<decimal>(static (_, value, tags, feed) => ((InstrumentFeed)feed!).Take((double)value, tags));
        lock (_gate) _listeners.Add(listener);
        listener.Start();
    }

    /// <summary>Puts the series of a histogram on the page at zero.</summary>
    public void Expect(ExpectedHistogram histogram)
    {
        var family = new MetricFamily(histogram.Name, FamilyKind.Histogram, 1);
        var set = _families.GetOrAdd(family.Name, _ => new SeriesSet(family, histogram.Help, BucketEdges.WithEnd(histogram.Edges), _metrics, Remark));
        if (set.Family.Kind != FamilyKind.Histogram) return;
        foreach (var labels in histogram.Series) set.Keep(SeriesLabels.Of([.. labels.Select(label => new KeyValuePair<string, object?>(label.Key, label.Value))]));
    }

    /// <summary>Asks the observable instruments, and takes away the series that they no longer report. One at a time.</summary>
    /// <returns>What went wrong since the last collection, one line each.</returns>
    public IReadOnlyList<string> Collect()
    {
        lock (_gate)
        {
            foreach (var listener in _listeners)
            {
                try
                {
                    listener.RecordObservableInstruments();
                }
                catch (AggregateException failures)
                {
                    // Each instrument was asked; those that failed have no series on this page.
                    foreach (var failure in failures.Flatten().InnerExceptions) Remark($"An instrument could not be read: {failure}");
                }
            }

            foreach (var (name, label, value) in Retired.Due())
            {
                if (_families.TryGetValue(name, out var family)) family.Drop(label, value);
            }

            foreach (var family in _families.Values) family.Settle();
            var remarks = new List<string>();
            while (_remarks.TryDequeue(out var remark)) remarks.Add(remark);
            return remarks;
        }
    }

    /// <summary>Keeps a line for the log; the next collection hands it over.</summary>
    public void Remark(string line) => _remarks.Enqueue(line);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var listener in _listeners) listener.Dispose();
    }

    private bool IsShown(Meter meter) => meter.Name != _hidden && (meter.Name.StartsWith("MonitoringDemo.", StringComparison.Ordinal) || _meters.Contains(meter.Name));

    private InstrumentFeed? FeedOf(Instrument instrument)
    {
        if (MetricFamily.Of(instrument) is not { } family) return null;
        // A counter and a gauge of one name would be one family in OpenMetrics.
        var key = family.Name.EndsWith("_total", StringComparison.Ordinal) ? family.Name[..^"_total".Length] : family.Name;
        var edges = family.Kind == FamilyKind.Histogram ? BucketEdges.Of(instrument, family) : [];
        var set = _families.GetOrAdd(key, _ => new SeriesSet(family, instrument.Description, edges, _metrics, Remark));
        if (set.Family.SampleName == family.SampleName && set.Family.Kind == family.Kind) return new InstrumentFeed(instrument, family, set, this);
        Remark($"{instrument.Meter.Name}'s {instrument.Name} is not shown: {set.Family.SampleName} is a {set.Family.Kind} already.");
        return null;
    }
}
