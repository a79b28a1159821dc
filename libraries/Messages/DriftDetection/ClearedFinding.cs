namespace MonitoringDemo.Messages.DriftDetection;

/// <summary>A finding that no longer holds.</summary>
/// <param name="FindingId">The <see cref="Finding.Id"/> that ended.</param>
/// <param name="Kind">The kind of that finding.</param>
/// <param name="Feature">The feature of that finding.</param>
/// <param name="EndedAtRow">The first row that is well again.</param>
public sealed record ClearedFinding(string FindingId, string Kind, string? Feature, long EndedAtRow);
