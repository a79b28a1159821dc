namespace MonitoringDemo.Demo.Report;

/// <summary>The share of right answers on the rows served.</summary>
/// <param name="Fleet">Of the answers actually served; null when nothing was answered.</param>
/// <param name="Static">Of model 1, never updated, on the same rows; null when nothing was answered.</param>
/// <param name="Blocks">The same by blocks of 1,000 row numbers.</param>
public sealed record ReportAccuracy(double? Fleet, double? Static, IReadOnlyList<ReportBlock> Blocks);
