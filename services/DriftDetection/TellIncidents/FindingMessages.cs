using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.DriftDetection.TellIncidents;

/// <summary>The monitor's findings in the words of the messages.</summary>
internal static class FindingMessages
{
    public static Finding Of(DriftFinding finding) => new(
        finding.Id, finding.Row, KindOf(finding.Kind), finding.Feature, finding.Detector, finding.Statistic, finding.Threshold,
        finding.Onset, finding.WindowFrom, finding.WindowTo, finding.Summary,
        finding.OnsetFrom, finding.OnsetTo, finding.IsExact);

    public static string KindOf(DriftFindingKind kind) => kind switch
    {
        DriftFindingKind.DataQuality => FindingKinds.DataQuality,
        DriftFindingKind.DataDrift => FindingKinds.DataDrift,
        DriftFindingKind.RealisedPerformance => FindingKinds.RealisedPerformance,
        DriftFindingKind.LabelFlow => FindingKinds.LabelFlow,
        DriftFindingKind.Staleness => FindingKinds.Staleness,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No message names this kind of finding."),
    };
}
