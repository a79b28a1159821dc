namespace MonitoringDemo.Drift.Monitoring.Plan;

/// <summary>What an advisory test says: shown, and never a cause.</summary>
/// <param name="Test">Its name.</param>
/// <param name="On">The feature, several with <c>+</c> between them, <c>score</c> or <c>error</c>.</param>
/// <param name="Row">The row at which it spoke.</param>
/// <param name="Statistic">Its statistic; 1 for a detector, which has none.</param>
public sealed record Advice(string Test, string On, long Row, double Statistic);
