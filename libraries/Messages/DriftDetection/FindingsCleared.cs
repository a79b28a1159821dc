namespace MonitoringDemo.Messages.DriftDetection;

/// <summary>Conditions reported earlier no longer hold.</summary>
/// <param name="Model">The model whose log was read.</param>
/// <param name="UpdateId">The incident that the findings belonged to.</param>
/// <param name="Row">One past the last row that the check had read.</param>
/// <param name="Cleared">Which findings ended, and at which row; never empty.</param>
public sealed record FindingsCleared(string Model, string UpdateId, long Row, IReadOnlyList<ClearedFinding> Cleared);
