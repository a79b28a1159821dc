namespace MonitoringDemo.Demo.Report;

/// <summary>One finding, as it was published.</summary>
/// <param name="Row">The row that completed the evidence.</param>
/// <param name="Kind">For instance <c>data-drift</c>.</param>
/// <param name="Feature">The input concerned; null when it is about the model or its outcomes.</param>
/// <param name="Detector">The check that spoke.</param>
/// <param name="Statistic">What it measured; null when that is not finite.</param>
/// <param name="Threshold">What the statistic had to reach; null when that is not finite.</param>
/// <param name="Onset">The estimated first row of the change.</param>
public sealed record ReportFinding(
    long Row,
    string Kind,
    string? Feature,
    string Detector,
    double? Statistic,
    double? Threshold,
    long Onset);
