using MathNet.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>Pearson's chi-square of the 2 × k table of both samples' categories.</summary>
/// <remarks>Each distinct value is a category. Yates' correction with two categories. Source: K. Pearson, Phil. Mag. 50 (1900).</remarks>
public sealed class ContingencyChiSquare : ITwoSampleTest
{
    /// <inheritdoc/>
    public string Name => "chi-square";

    /// <inheritdoc/>
    public bool Suits(FeatureKind kind) => kind == FeatureKind.Categorical;

    /// <inheritdoc/>
    public TwoSampleResult Test(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        var pooled = PooledSample.Of(reference, current);
        if (pooled.IsEmpty) return TwoSampleResult.NotComputable;

        return Of(pooled, yates: true);
    }

    /// <summary>The statistic and its p value with k − 1 degrees of freedom; 0 and 1 for a single category.</summary>
    /// <param name="pooled">Two samples that are not empty.</param>
    /// <param name="yates">Whether tables of two categories are corrected for continuity.</param>
    public static TwoSampleResult Of(PooledSample pooled, bool yates)
    {
        ArgumentNullException.ThrowIfNull(pooled);
        var (n, m) = ((double)pooled.ReferenceCount, (double)pooled.CurrentCount);
        var sum = 0.0;
        for (var k = 0; k < pooled.Values.Length; k++)
        {
            var (inReference, inCurrent) = (pooled.Reference[k], pooled.Current[k]);
            var (r, c) = ((inReference + inCurrent) * n / (n + m), (inReference + inCurrent) * m / (n + m));
            var gap = Math.Abs(inReference - r);
            if (yates && pooled.Values.Length == 2) gap -= Math.Min(0.5, gap);
            sum += gap * gap * (1 / r + 1 / c);
        }

        return new TwoSampleResult(sum, Tail(pooled.Values.Length - 1, sum));
    }

    /// <summary>Probability that chi-square exceeds a value.</summary>
    internal static double Tail(int freedom, double value) =>
        freedom == 0 ? 1 : SpecialFunctions.GammaUpperRegularized(freedom / 2.0, Math.Max(0, value) / 2);
}
