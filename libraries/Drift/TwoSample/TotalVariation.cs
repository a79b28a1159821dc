using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>The share of values that would have to change category, in [0, 1]: half the summed differences of shares.</summary>
/// <remarks>Each distinct value is a category. Without a p value.</remarks>
public sealed class TotalVariation : ITwoSampleTest
{
    /// <inheritdoc/>
    public string Name => "total-variation";

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
            sum += Math.Abs(p - q);
        }

        return new TwoSampleResult(sum / 2, double.NaN);
    }
}
