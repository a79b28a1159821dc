namespace MonitoringDemo.Demo.Report;

/// <summary>Accuracy from <paramref name="Row"/> to the next multiple of 1,000.</summary>
/// <param name="Row">The first row served of the block.</param>
/// <param name="Fleet">Share of the answers served that were right.</param>
/// <param name="Static">Share of the static twin's answers that would have been right.</param>
public sealed record ReportBlock(long Row, double Fleet, double Static);
