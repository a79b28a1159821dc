namespace MonitoringDemo.Messages.DriftDetection;

/// <summary>One check of the log found something new. All findings of the check travel together.</summary>
/// <param name="Model">The model whose log was read.</param>
/// <param name="UpdateId">The incident that these findings open or belong to.</param>
/// <param name="Row">One past the last row that the check had read.</param>
/// <param name="Findings">Sorted by row, kind and feature; never empty.</param>
public sealed record FindingsReported(string Model, string UpdateId, long Row, IReadOnlyList<Finding> Findings);
