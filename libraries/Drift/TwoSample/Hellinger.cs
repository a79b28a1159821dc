using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>The Hellinger distance, in [0, 1]: 1 for disjoint samples.</summary>
/// <remarks>Each distinct value is a category. Source: E. Hellinger (1909). Without a p value.</remarks>
public sealed class Hellinger : ITwoSampleTest
{
    /// <inheritdoc/>
    public string Name => "hellinger";

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
            var difference = Math.Sqrt(p) - Math.Sqrt(q);
            sum += difference * difference;
        }

        return new TwoSampleResult(Math.Sqrt(sum / 2), double.NaN);
    }
}
