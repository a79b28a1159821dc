namespace MonitoringDemo.Drift.Monitoring.Findings;

/// <summary>How the parts of a monitor share what they may raise in false findings.</summary>
internal static class FalseFindingShares
{
    /// <summary>All data-quality checks together.</summary>
    public const double Quality = 0.2;

    /// <summary>The champion's errors.</summary>
    public const double Performance = 0.2;

    /// <summary>The champion's scores.</summary>
    public const double Score = 0.1;

    private const double Features = 0.5;
    private const double Rows = 100_000;

    /// <summary>Mean number of values to a false finding that a part of the budget allows.</summary>
    public static double RunLength(double budget, double share) => Rows / (budget * share);

    /// <summary>The part of one feature: half of what features have is shared equally, half by importance.</summary>
    /// <param name="importance">Any scale, one per feature; empty when it is not known.</param>
    /// <param name="feature">Which.</param>
    /// <param name="features">How many there are.</param>
    public static double OfFeature(ReadOnlySpan<double> importance, int feature, int features)
    {
        var sum = 0.0;
        foreach (var value in importance) sum += value;
        return sum > 0 ? Features * (0.5 / features + 0.5 * importance[feature] / sum) : Features / features;
    }
}
