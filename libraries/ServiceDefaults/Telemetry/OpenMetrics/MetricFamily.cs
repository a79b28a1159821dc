using OpenTelemetry.Metrics;

namespace MonitoringDemo.ServiceDefaults.Telemetry.OpenMetrics;

/// <summary>What an instrument is called and how it is typed on the page.</summary>
/// <param name="Name">Without <c>_total</c>.</param>
/// <param name="Kind">Counter, gauge or histogram.</param>
/// <param name="Unit">The unit that the name ends with, or empty.</param>
/// <param name="Scale">Values are multiplied by it: 0.001 where the instrument counts milliseconds.</param>
internal readonly record struct MetricFamily(string Name, FamilyKind Kind, string Unit, double Scale)
{
    private const string OwnPrefix = "mlops_";

    /// <summary>Instruments that are counters by type and go down all the same.</summary>
    private static readonly HashSet<string> _gaugesInDisguise = new(StringComparer.Ordinal)
    {
        "dotnet.thread_pool.queue.length",
        "dotnet.thread_pool.thread.count",
    };

    /// <summary>Null when the metric is of a kind that the page does not show.</summary>
    public static MetricFamily? Of(string name, string unit, string meter, MetricType type)
    {
        if (KindOf(name, meter, type) is not { } kind) return null;

        if (name.StartsWith(OwnPrefix, StringComparison.Ordinal)) return new MetricFamily(WithoutTotal(name, kind), kind, MetricNames.UnitIn(WithoutTotal(name, kind)), 1);

        var (suffix, scale) = MetricNames.UnitOf(unit, kind);
        return new MetricFamily(MetricNames.WithUnit(WithoutTotal(MetricNames.Sanitise(name), kind), suffix), kind, suffix, scale);
    }

    private static FamilyKind? KindOf(string name, string meter, MetricType type) => type switch
    {
        MetricType.LongSum or MetricType.DoubleSum => GoesDown(name, meter) ? FamilyKind.Gauge : FamilyKind.Counter,
        MetricType.LongSumNonMonotonic or MetricType.DoubleSumNonMonotonic or MetricType.LongGauge or MetricType.DoubleGauge => FamilyKind.Gauge,
        MetricType.Histogram => FamilyKind.Histogram,
        _ => null,
    };

    private static bool GoesDown(string name, string meter) =>
        _gaugesInDisguise.Contains(name) || (meter == "MassTransit" && name.EndsWith(".active", StringComparison.Ordinal));

    private static string WithoutTotal(string name, FamilyKind kind) =>
        kind == FamilyKind.Counter && name.EndsWith("_total", StringComparison.Ordinal) ? name[..^"_total".Length] : name;
}
