using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>Cramér's V: the association of category and sample, in [0, 1], whatever the sizes.</summary>
/// <remarks>Each distinct value is a category. The p value is that of the uncorrected chi-square. Source: H. Cramér (1946).</remarks>
public sealed class CramersV : ITwoSampleTest
{
    /// <inheritdoc/>
    public string Name => "cramers-v";

    /// <inheritdoc/>
    public bool Suits(FeatureKind kind) => kind == FeatureKind.Categorical;

    /// <inheritdoc/>
    public TwoSampleResult Test(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        var pooled = PooledSample.Of(reference, current);
        if (pooled.IsEmpty) return TwoSampleResult.NotComputable;

        var chiSquare = ContingencyChiSquare.Of(pooled, yates: false);
        return chiSquare with { Statistic = Math.Sqrt(chiSquare.Statistic / ((double)pooled.ReferenceCount + pooled.CurrentCount)) };
    }
}
