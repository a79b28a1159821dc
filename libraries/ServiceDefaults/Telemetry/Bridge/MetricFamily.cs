using System.Diagnostics.Metrics;

namespace MonitoringDemo.ServiceDefaults.Telemetry.Bridge;

/// <summary>What an instrument is called and how it is typed on the page.</summary>
/// <param name="Name">Without <c>_total</c>.</param>
/// <param name="Kind">Counter, gauge or histogram.</param>
/// <param name="Divisor">Values are divided by it: 1000 where the instrument counts milliseconds.</param>
internal readonly record struct MetricFamily(string Name, FamilyKind Kind, double Divisor)
{
    private const string OwnPrefix = "mlops_";
    private const string Total = "_total";

    /// <summary>Instruments that are counters by type and go down all the same.</summary>
    private static readonly HashSet<string> _gaugesInDisguise = new(StringComparer.Ordinal)
    {
        "dotnet.thread_pool.queue.length",
        "dotnet.thread_pool.thread.count",
    };

    /// <summary>The one place where a counter gets its <c>_total</c>: with an exemplar on a counter without it, Prometheus refuses the whole page.</summary>
    public string SampleName => Kind == FamilyKind.Counter ? Name + Total : Name;

    /// <summary>Null when the instrument is of a kind that the page does not show.</summary>
    public static MetricFamily? Of(Instrument instrument)
    {
        if (KindOf(instrument) is not { } kind) return null;

        var name = WithoutTotal(MetricNames.Sanitise(instrument.Name), kind);
        if (name.StartsWith(OwnPrefix, StringComparison.Ordinal)) return new MetricFamily(name, kind, 1);

        var (suffix, divisor) = MetricNames.UnitOf(instrument.Unit ?? "", kind);
        return new MetricFamily(MetricNames.WithUnit(name, suffix), kind, divisor);
    }

    /// <summary>Whether the meter counts what is under way, in a counter that is given -1 as well.</summary>
    public static bool IsActiveCount(Instrument instrument) =>
        instrument.Meter.Name == "MassTransit" && instrument.Name.EndsWith(".active", StringComparison.Ordinal);

    /// <summary>Whether a name is this repository's own and so says its unit itself.</summary>
    public static bool IsOwn(string name) => name.StartsWith(OwnPrefix, StringComparison.Ordinal);

    private static FamilyKind? KindOf(Instrument instrument)
    {
        if (instrument.GetType() is not { IsGenericType: true } type) return null;
        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(Histogram<>)) return FamilyKind.Histogram;
        if (definition == typeof(Counter<>) || definition == typeof(ObservableCounter<>))
            return _gaugesInDisguise.Contains(instrument.Name) || IsActiveCount(instrument) ? FamilyKind.Gauge : FamilyKind.Counter;

        return definition == typeof(Gauge<>) || definition == typeof(UpDownCounter<>) || definition == typeof(ObservableGauge<>) || definition == typeof(ObservableUpDownCounter<>)
            ? FamilyKind.Gauge
            : null;
    }

    private static string WithoutTotal(string name, FamilyKind kind) =>
        kind == FamilyKind.Counter && name.EndsWith(Total, StringComparison.Ordinal) ? name[..^Total.Length] : name;
}
