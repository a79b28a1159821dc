namespace MonitoringDemo.Drift.Performance;

/// <summary>How wrong a regression is; smaller is better.</summary>
public enum LossMetric
{
    /// <summary>Mean of |prediction − target|, in the target's unit.</summary>
    MeanAbsoluteError,

    /// <summary>Mean of (prediction − target)², in the target's unit squared.</summary>
    MeanSquaredError,

    /// <summary>Root of the mean squared error, in the target's unit.</summary>
    RootMeanSquaredError,
}
