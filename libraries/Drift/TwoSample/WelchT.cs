using MathNet.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>Welch's t: the difference of the means (reference − current) in standard errors; variances may differ.</summary>
/// <remarks>Two-sided p. Source: B. L. Welch, "The generalization of 'Student's' problem when several different population variances are involved", Biometrika 34 (1947).</remarks>
public sealed class WelchT : ITwoSampleTest
{
    /// <inheritdoc/>
    public string Name => "welch-t";

    /// <inheritdoc/>
    public bool Suits(FeatureKind kind) => kind == FeatureKind.Numeric;

    /// <inheritdoc/>
    public TwoSampleResult Test(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        var (n, mean, a) = MeanAndError(reference);
        var (m, other, b) = MeanAndError(current);
        var difference = mean - other;
        if (n < 2 || m < 2 || !double.IsFinite(a + b) || (a + b == 0 && difference == 0)) return TwoSampleResult.NotComputable;
        if (a + b == 0) return new TwoSampleResult(difference > 0 ? double.PositiveInfinity : double.NegativeInfinity, 0);

        var t = difference / Math.Sqrt(a + b);
        var (shareA, shareB) = (a / (a + b), b / (a + b));
        var freedom = 1 / (shareA * shareA / (n - 1) + shareB * shareB / (m - 1));
        return new TwoSampleResult(t, SpecialFunctions.BetaRegularized(freedom / 2, 0.5, freedom / (freedom + t * t)));
    }

    private static (int Count, double Mean, double SquaredError) MeanAndError(ReadOnlySpan<double> values)
    {
        // Around the first value, so that a constant has a variance of exactly 0.
        var (count, origin, sum) = (0, double.NaN, 0.0);
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) continue;
            if (count++ == 0) origin = value;
            sum += value - origin;
        }

        var mean = sum / count;
        var squares = 0.0;
        foreach (var value in values)
        {
            if (double.IsFinite(value)) squares += (value - origin - mean) * (value - origin - mean);
        }

        return (count, origin + mean, squares / (count - 1) / count);
    }
}
