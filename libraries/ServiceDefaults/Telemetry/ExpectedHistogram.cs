using System.Diagnostics.Metrics;

namespace MonitoringDemo.ServiceDefaults.Telemetry;

/// <summary>
/// A histogram whose series stand on <c>/metrics</c> at zero before the first measurement: without them <c>increase()</c> misses
/// the first event. A counter does that by adding 0; a histogram cannot record nothing, so its service registers this.
/// </summary>
/// <param name="Name">The instrument's name, which is the family's.</param>
/// <param name="Help">The instrument's description.</param>
/// <param name="Edges">Its bucket boundaries, ascending.</param>
/// <param name="Series">The labels of each series, in the order in which they are recorded.</param>
public sealed record ExpectedHistogram(string Name, string Help, IReadOnlyList<double> Edges, IReadOnlyList<IReadOnlyList<KeyValuePair<string, string>>> Series)
{
    /// <summary>The instrument itself.</summary>
    public Histogram<double> CreateIn(Meter meter)
    {
        ArgumentNullException.ThrowIfNull(meter);
        return meter.CreateHistogram(Name, description: Help, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Edges });
    }
}
