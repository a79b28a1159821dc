namespace MonitoringDemo.Retraining.Snapshot;

/// <summary>Rows that no model learns from and no test counts.</summary>
/// <param name="FindingId">The data-quality finding that named them.</param>
/// <param name="Feature">The broken feature, if it is one.</param>
/// <param name="From">The first of them, a margin before the estimated onset.</param>
/// <param name="To">One past the last, a margin after the mend; null while it is broken.</param>
/// <param name="Margin">That margin.</param>
internal sealed record QuarantinedRows(string FindingId, string? Feature, long From, long? To, int Margin);
