using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>The Jensen–Shannon divergence, in nats: 0 for equal shares, ln 2 for disjoint ones.</summary>
/// <remarks>Each distinct value is a category. Its root is a distance; over √(ln 2) that is the distance to base 2. Source: J. Lin, IEEE Trans. Inf. Theory 37 (1991). Without a p value.</remarks>
public sealed class JensenShannon : ITwoSampleTest
{
    /// <inheritdoc/>
    public string Name => "jensen-shannon";

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
            var middle = (p + q) / 2;
            if (p > 0) sum += p * Math.Log(p / middle) / 2;
            if (q > 0) sum += q * Math.Log(q / middle) / 2;
        }

        return new TwoSampleResult(Math.Max(0, sum), double.NaN);
    }
}
