using System.Diagnostics.Metrics;
using System.Globalization;

namespace MonitoringDemo.ServiceDefaults.Telemetry.Bridge;

/// <summary>The bucket boundaries of histograms, in the unit of the page.</summary>
internal static class BucketEdges
{
    /// <summary>For durations of our own that name no edges; 0.05 is the objective for an answer.</summary>
    private static readonly double[] _seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

    /// <summary>OpenTelemetry's, for every other histogram that names none.</summary>
    private static readonly double[] _usual = [0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000];

    /// <summary>Those that the instrument advises, or the usual ones.</summary>
    public static double[] Of(Instrument instrument, MetricFamily family)
    {
        var edges = Advised<double>(instrument) ?? Advised<long>(instrument) ?? Advised<int>(instrument) ?? Advised<float>(instrument)
            ?? Advised<short>(instrument) ?? Advised<byte>(instrument) ?? Advised<decimal>(instrument) ?? OwnSeconds(instrument) ?? _usual;
        return WithEnd(edges.Select(edge => edge / family.Divisor));
    }

    /// <summary>Null when the instrument is no duration of our own, or names its edges itself.</summary>
    public static double[]? OwnSeconds(Instrument instrument) =>
        instrument is Histogram<double> { Advice: null } && MetricFamily.IsOwn(instrument.Name) && instrument.Name.EndsWith("_seconds", StringComparison.Ordinal)
            ? _seconds
            : null;

    public static double[] WithEnd(IEnumerable<double> edges) => [.. edges.Where(double.IsFinite), double.PositiveInfinity];

    private static IEnumerable<double>? Advised<T>(Instrument instrument)
        where T : struct =>
        (instrument as Histogram<T>)?.Advice?.HistogramBucketBoundaries?.Select(edge => Convert.ToDouble(edge, CultureInfo.InvariantCulture));
}
