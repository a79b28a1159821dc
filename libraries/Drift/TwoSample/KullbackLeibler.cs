using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>The Kullback–Leibler divergence Σ r ln(r / c), in nats; infinite when a category of the reference is gone.</summary>
/// <remarks>Each distinct value is a category. Source: S. Kullback and R. A. Leibler, Ann. Math. Stat. 22 (1951). Without a p value.</remarks>
public sealed class KullbackLeibler : ITwoSampleTest
{
    /// <inheritdoc/>
    public string Name => "kullback-leibler";

    /// <inheritdoc/>
    public bool Suits(FeatureKind kind) => kind == FeatureKind.Categorical;

    /// <inheritdoc/>
    public TwoSampleResult Test(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        var pooled = PooledSample.Of(reference, current);
        if (pooled.IsEmpty) return TwoSampleResult.NotComputable;

        var sum = 0.0;
        for (var k = 0; k < pooled.Values.Length; k++)
        {
            var (p, q) = pooled.SharesOf(k);
            if (p > 0) sum += p * Math.Log(p / q);
        }

        return new TwoSampleResult(Math.Max(0, sum), double.NaN);
    }
}
