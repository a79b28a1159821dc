using MathNet.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>Fisher's exact test of two categories: the odds ratio, and the exact two-sided p.</summary>
/// <remarks>Each distinct value is a category. More than two are not computable. Source: R. A. Fisher, J. R. Stat. Soc. 85 (1922).</remarks>
public sealed class FisherExact : ITwoSampleTest
{
    /// <inheritdoc/>
    public string Name => "fisher-exact";

    /// <inheritdoc/>
    public bool Suits(FeatureKind kind) => kind == FeatureKind.Categorical;

    /// <inheritdoc/>
    public TwoSampleResult Test(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        var pooled = PooledSample.Of(reference, current);
        if (pooled.IsEmpty) return TwoSampleResult.NotComputable;

        if (pooled.Values.Length > 2) return TwoSampleResult.NotComputable;
        if (pooled.Values.Length == 1) return new TwoSampleResult(1, 1);

        var (first, total) = (pooled.Reference[0] + pooled.Current[0], pooled.ReferenceCount + pooled.CurrentCount);
        var observed = LogProbability(pooled.Reference[0], first, pooled.ReferenceCount, total);
        var sum = 0.0;
        for (var i = Math.Max(0, first - pooled.CurrentCount); i <= Math.Min(first, pooled.ReferenceCount); i++)
        {
            var probability = LogProbability(i, first, pooled.ReferenceCount, total);
            if (probability <= observed + 1e-7) sum += Math.Exp(probability);
        }

        var odds = (double)pooled.Reference[0] * pooled.Current[1] / ((double)pooled.Reference[1] * pooled.Current[0]);
        return new TwoSampleResult(odds, Math.Min(1, sum));
    }

    /// <summary>Hypergeometric: <paramref name="hits"/> of the first category among those drawn.</summary>
    private static double LogProbability(int hits, int first, int drawn, int total) =>
        LogChoose(first, hits) + LogChoose(total - first, drawn - hits) - LogChoose(total, drawn);

    private static double LogChoose(int n, int k) =>
        SpecialFunctions.GammaLn(n + 1.0) - SpecialFunctions.GammaLn(k + 1.0) - SpecialFunctions.GammaLn(n - k + 1.0);
}
