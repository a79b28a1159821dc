namespace MonitoringDemo.Drift.Performance;

/// <summary>What one chunk without outcomes says about a regression's loss.</summary>
/// <param name="Value">Expected loss in the chunk; NaN when no row is complete.</param>
/// <param name="SamplingError">Standard error that chance gives a chunk of this size.</param>
/// <param name="Lower">Below this is an alert; null for no such threshold.</param>
/// <param name="Upper">Above this is an alert; null for no such threshold.</param>
public sealed record EstimatedLoss(double Value, double SamplingError, double? Lower, double? Upper)
{
    /// <summary>Whether the value is outside the thresholds; never when it cannot be computed.</summary>
    public bool IsAlert => Value < Lower || Value > Upper;
}
