using System.Globalization;

namespace MonitoringDemo.Drift.Monitoring.Findings;

/// <summary>Ids that are the same whenever the same rows are read.</summary>
internal static class FindingIds
{
    public static string For(long row, DriftFindingKind kind, string? feature) =>
        string.Create(CultureInfo.InvariantCulture, $"{row}-{Name(kind)}{(feature is null ? "" : "-")}{feature}");

    private static string Name(DriftFindingKind kind) => kind switch
    {
        DriftFindingKind.DataQuality => "data-quality",
        DriftFindingKind.DataDrift => "data-drift",
        DriftFindingKind.RealisedPerformance => "realised-performance",
        DriftFindingKind.LabelFlow => "label-flow",
        DriftFindingKind.Staleness => "staleness",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No id names this kind of finding."),
    };
}
