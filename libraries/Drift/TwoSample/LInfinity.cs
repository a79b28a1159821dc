using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>The largest difference of a category's shares, in [0, 1].</summary>
/// <remarks>Each distinct value is a category. Without a p value.</remarks>
public sealed class LInfinity : ITwoSampleTest
{
    /// <inheritdoc/>
    public string Name => "l-infinity";

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
            sum = Math.Max(sum, Math.Abs(p - q));
        }

        return new TwoSampleResult(sum, double.NaN);
    }
}
