namespace MonitoringDemo.Dashboards.Tests.Lint;

/// <summary>One place in a query where a metric is named.</summary>
/// <param name="Metric">Its name.</param>
/// <param name="Range">What stands in square brackets behind it; null for none.</param>
/// <param name="Inside">The functions and aggregations that it stands in, the outermost first.</param>
internal sealed record Selector(string Metric, string? Range, IReadOnlyList<string> Inside);
