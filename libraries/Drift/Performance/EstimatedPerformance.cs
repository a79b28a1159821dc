namespace MonitoringDemo.Drift.Performance;

/// <summary>What one chunk without outcomes says about one metric.</summary>
/// <param name="Metric">Which.</param>
/// <param name="Value">Expected value in the chunk; NaN when it cannot be computed.</param>
/// <param name="SamplingError">Standard error that chance gives a chunk of this size; NaN where it is not known.</param>
/// <param name="Lower">Below this is an alert; null for no such threshold.</param>
/// <param name="Upper">Above this is an alert; null for no such threshold.</param>
public sealed record EstimatedPerformance(PerformanceMetric Metric, double Value, double SamplingError, double? Lower, double? Upper)
{
    /// <summary>Whether the value is outside the thresholds; never when it cannot be computed.</summary>
    public bool IsAlert => Value < Lower || Value > Upper;
}
