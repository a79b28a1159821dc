namespace MonitoringDemo.Demo.Report;

/// <summary>One registered version.</summary>
/// <param name="Version">Counted from 1, which is the static twin.</param>
/// <param name="Sha256">Of the artifact's bytes.</param>
/// <param name="DatasetSha256">Of the rows that it was trained on.</param>
/// <param name="TrainedOnRows">First row and one past the last row of the training window.</param>
/// <param name="Trigger">Why it was trained.</param>
/// <param name="PromotedAtRow">The first row that it served; null when it never did.</param>
/// <param name="RejectedBecause">The gate that it failed and how; null when it failed none.</param>
public sealed record ReportModel(
    int Version,
    string Sha256,
    string DatasetSha256,
    IReadOnlyList<long> TrainedOnRows,
    string Trigger,
    long? PromotedAtRow,
    string? RejectedBecause);
