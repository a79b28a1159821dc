using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>Wasserstein's first distance: how far values have to move, on average, to turn one sample into the other; in the feature's unit.</summary>
/// <remarks>The area between both distribution functions; without a p value. Source: L. N. Vaserstein (1969).</remarks>
public sealed class Wasserstein : ITwoSampleTest
{
    /// <inheritdoc/>
    public string Name => "wasserstein";

    /// <inheritdoc/>
    public bool Suits(FeatureKind kind) => kind == FeatureKind.Numeric;

    /// <inheritdoc/>
    public TwoSampleResult Test(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        var pooled = PooledSample.Of(reference, current);
        return pooled.IsEmpty ? TwoSampleResult.NotComputable : new TwoSampleResult(Area(pooled, 1), double.NaN);
    }

    /// <summary>The integral of |F − G| to the power of 1 or 2.</summary>
    internal static double Area(PooledSample pooled, int power)
    {
        double i = 0, j = 0, area = 0;
        for (var k = 0; k + 1 < pooled.Values.Length; k++)
        {
            i += pooled.Reference[k];
            j += pooled.Current[k];
            var gap = Math.Abs(i / pooled.ReferenceCount - j / pooled.CurrentCount);
            area += (power == 1 ? gap : gap * gap) * (pooled.Values[k + 1] - pooled.Values[k]);
        }

        return area;
    }
}
