namespace MonitoringDemo.Drift.Monitoring;

/// <summary>A finding that no longer holds.</summary>
/// <param name="Finding">The finding that ended.</param>
/// <param name="EndedAtRow">The first row that is well again; for data quality never earlier than it really is.</param>
/// <param name="Row">The newest row that had been read when that was certain.</param>
public sealed record FindingEnd(DriftFinding Finding, long EndedAtRow, long Row);
