using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>The energy distance √(2 ∫ (F − G)²), in the root of the feature's unit.</summary>
/// <remarks>Without a p value. Source: G. J. Székely and M. L. Rizzo, "Energy statistics", J. Stat. Planning and Inference 143 (2013).</remarks>
public sealed class EnergyDistance : ITwoSampleTest
{
    /// <inheritdoc/>
    public string Name => "energy";

    /// <inheritdoc/>
    public bool Suits(FeatureKind kind) => kind == FeatureKind.Numeric;

    /// <inheritdoc/>
    public TwoSampleResult Test(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        var pooled = PooledSample.Of(reference, current);
        return pooled.IsEmpty ? TwoSampleResult.NotComputable : new TwoSampleResult(Math.Sqrt(2 * Wasserstein.Area(pooled, 2)), double.NaN);
    }
}
