using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>The price of a false finding: how much evidence keeps all checks together within a budget of them.</summary>
/// <remarks>
/// Weights are logarithms of likelihood ratios, so read backwards from the newest row their sums' exponentials are a supermartingale
/// while all is well, and the best suffix reaches h with a probability of at most exp(−h) at each look (J. Ville, "Étude critique de
/// la notion de collectif", 1939). The probabilities of all looks and hypotheses add up to the budget at most.
/// </remarks>
public static class FalseFindings
{
    /// <summary>The rows that a budget is stated for.</summary>
    public const int PerRows = 100_000;

    /// <summary>The summed weight, in nats, that a finding needs at the least.</summary>
    /// <param name="budget">The probability of any false finding in <see cref="PerRows"/> rows, between 0 and 1.</param>
    /// <param name="step">The checks look at every so many rows.</param>
    /// <param name="hypotheses">How many hypotheses are weighed, over all checks and columns.</param>
    public static double Needed(double budget, int step, int hypotheses)
    {
        if (!(budget is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(budget), budget, "A budget of false findings is a probability between 0 and 1.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hypotheses);
        return Deterministic.Log((double)PerRows / step * hypotheses / budget);
    }
}
