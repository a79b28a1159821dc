namespace MonitoringDemo.Drift.DataQuality;

/// <summary>The newest few values of one feature, counted once for all checks.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Missing">How many are missing.</param>
/// <param name="Fractional">How many are not whole numbers.</param>
/// <param name="Repeated">How many equal the value of the row before.</param>
/// <param name="InBand">How many lie inside the middle 90 % of what the feature was when it was well.</param>
/// <param name="Min">The smallest value; positive infinity when all are missing.</param>
/// <param name="Max">The largest value; negative infinity when all are missing.</param>
public readonly record struct BlockSummary(
    int Rows,
    int Missing,
    int Fractional,
    int Repeated,
    int InBand,
    double Min,
    double Max)
{
    /// <summary>How many are not missing.</summary>
    public int Present => Rows - Missing;
}
