namespace MonitoringDemo.Drift;

/// <summary>What a two-sample test says.</summary>
/// <param name="Statistic">The distance or test statistic; larger is further apart. NaN when it cannot be computed.</param>
/// <param name="PValue">How probable such a statistic is when nothing changed, in [0, 1]; NaN for a distance without one.</param>
public readonly record struct TwoSampleResult(double Statistic, double PValue)
{
    /// <summary>The samples do not allow an answer, for instance because one is empty.</summary>
    public static TwoSampleResult NotComputable { get; } = new(double.NaN, double.NaN);

    /// <summary>Whether there is an answer.</summary>
    public bool IsComputable => !double.IsNaN(Statistic);
}
