namespace MonitoringDemo.Demo.Report;

/// <summary>What the verdict needs to know beside the report itself.</summary>
/// <param name="AccuracyBefore">The fleet's accuracy from warm-up to onset; null when nothing was served there.</param>
/// <param name="AccuracyAfter">The fleet's accuracy from the onset to the end; null when nothing was served there.</param>
/// <param name="AccuracyAfterMend">The fleet's accuracy from the row at which it has to be normal again to the end; null when there is no mend.</param>
/// <param name="FleetBesideOracle">The fleet's accuracy on the rows that the oracle was scored on; null when there is no oracle.</param>
/// <param name="Oracle">The accuracy of a model trained on the new world, on the same rows; null when there is no oracle.</param>
/// <param name="ClearedAt">For each finding of the report the first row that was well again, or null while it holds.</param>
/// <param name="BrokenRowsTrainedOn">Rows between onset and mend that stand in a training snapshot.</param>
/// <param name="AlertRows">The rows of the alerts raised.</param>
/// <param name="FirstFailure">Why the first failed request failed; null when none did.</param>
/// <param name="ColumnsNoticed">Columns beside the schema that the fleet named; null for none.</param>
public sealed record RunFacts(
    double? AccuracyBefore,
    double? AccuracyAfter,
    double? AccuracyAfterMend,
    double? FleetBesideOracle,
    double? Oracle,
    IReadOnlyList<long?> ClearedAt,
    long BrokenRowsTrainedOn,
    IReadOnlyList<long> AlertRows,
    string? FirstFailure = null,
    IReadOnlyList<string>? ColumnsNoticed = null);
