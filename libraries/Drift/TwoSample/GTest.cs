using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>The likelihood-ratio chi-square 2 Σ O ln(O / E) of the 2 × k table of both samples' categories.</summary>
/// <remarks>Each distinct value is a category. Uncorrected. Source: S. S. Wilks (1935).</remarks>
public sealed class GTest : ITwoSampleTest
{
    /// <inheritdoc/>
    public string Name => "g-test";

    /// <inheritdoc/>
    public bool Suits(FeatureKind kind) => kind == FeatureKind.Categorical;

    /// <inheritdoc/>
    public TwoSampleResult Test(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        var pooled = PooledSample.Of(reference, current);
        if (pooled.IsEmpty) return TwoSampleResult.NotComputable;

        var (n, m) = ((double)pooled.ReferenceCount, (double)pooled.CurrentCount);
        var sum = 0.0;
        for (var k = 0; k < pooled.Values.Length; k++)
        {
            var (r, c) = ((double)pooled.Reference[k], (double)pooled.Current[k]);
            if (r > 0) sum += r * Math.Log(r * (n + m) / ((r + c) * n));
            if (c > 0) sum += c * Math.Log(c * (n + m) / ((r + c) * m));
        }

        var statistic = Math.Max(0, 2 * sum);
        return new TwoSampleResult(statistic, ContingencyChiSquare.Tail(pooled.Values.Length - 1, statistic));
    }
}
