namespace MonitoringDemo.Drift.Thresholds;

/// <summary>Alert thresholds of a figure from its reference chunks: mean ∓ a multiple of the standard deviation (ddof 0), held within limits.</summary>
/// <remarks>W. A. Shewhart's control limits (1931), as NannyML draws them around chunks. In the figure's unit.</remarks>
/// <param name="LowerMultiple">Standard deviations below the mean; null for no lower threshold.</param>
/// <param name="UpperMultiple">Standard deviations above the mean; null for no upper threshold.</param>
/// <param name="LowerLimit">Least value that the figure can take; null for none.</param>
/// <param name="UpperLimit">Largest value that the figure can take; null for none.</param>
/// <param name="DropBeyondLimits">Whether a threshold beyond its limit is left out instead of moved there.</param>
public sealed record DeviationThresholds(
    double? LowerMultiple = 3, double? UpperMultiple = 3, double? LowerLimit = null, double? UpperLimit = null, bool DropBeyondLimits = false)
{
    /// <summary>The two thresholds, null where there is none; both null when no chunk has a finite value.</summary>
    /// <param name="chunks">The figure of each reference chunk; NaN and infinity are skipped.</param>
    public (double? Lower, double? Upper) Of(ReadOnlySpan<double> chunks)
    {
        var (count, sum, squares) = (0, 0.0, 0.0);
        foreach (var value in chunks)
        {
            if (!double.IsFinite(value)) continue;
            count++;
            sum += value;
        }

        if (count == 0) return (null, null);
        var mean = sum / count;
        foreach (var value in chunks)
        {
            if (double.IsFinite(value)) squares += (value - mean) * (value - mean);
        }

        var deviation = Math.Sqrt(squares / count);
        var (lower, upper) = (mean - LowerMultiple * deviation, mean + UpperMultiple * deviation);
        if (lower < LowerLimit) lower = DropBeyondLimits ? null : LowerLimit;
        if (upper > UpperLimit) upper = DropBeyondLimits ? null : UpperLimit;
        return (lower, upper);
    }
}
