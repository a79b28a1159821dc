namespace MonitoringDemo.Drift.Monitoring;

/// <summary>What is new since the last report.</summary>
/// <param name="Findings">New findings, sorted by row, kind and feature.</param>
/// <param name="Ended">Findings that no longer hold, in the order in which they ended.</param>
/// <param name="Health">What was measured.</param>
/// <param name="Checks">Drift checks made since the last report.</param>
public sealed record MonitorReport(
    IReadOnlyList<DriftFinding> Findings,
    IReadOnlyList<FindingEnd> Ended,
    MonitorHealth Health,
    MonitorChecks Checks);
