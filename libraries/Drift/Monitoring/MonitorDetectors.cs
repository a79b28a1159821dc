namespace MonitoringDemo.Drift.Monitoring;

/// <summary>What findings come from beside the data-quality checks and the planned tests.</summary>
public static class MonitorDetectors
{
    /// <summary>The names, as in <see cref="DriftFinding.Detector"/>.</summary>
    public static IReadOnlyList<string> Own { get; } = ["shift", "prediction-shift", "outcome-share", "error-rise", "held-out-norm", "outcome-wait", "outcome-bias", "age"];
}
