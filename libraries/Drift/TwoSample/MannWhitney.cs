using MathNet.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>Mann–Whitney: how many pairs there are in which the reference's value is the larger; ties count half.</summary>
/// <remarks>
/// Two-sided p by the normal approximation with corrections for ties and continuity. Sees shifts, no changes of
/// spread. Source: H. B. Mann and D. R. Whitney, Ann. Math. Stat. 18 (1947).
/// </remarks>
public sealed class MannWhitney : ITwoSampleTest
{
    /// <inheritdoc/>
    public string Name => "mann-whitney";

    /// <inheritdoc/>
    public bool Suits(FeatureKind kind) => kind == FeatureKind.Numeric;

    /// <inheritdoc/>
    public TwoSampleResult Test(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        var pooled = PooledSample.Of(reference, current);
        if (pooled.IsEmpty) return TwoSampleResult.NotComputable;

        var (n, m) = ((double)pooled.ReferenceCount, (double)pooled.CurrentCount);
        double pairs = 0, ties = 0, smaller = 0;
        for (var k = 0; k < pooled.Values.Length; k++)
        {
            pairs += pooled.Reference[k] * (smaller + pooled.Current[k] / 2.0);
            smaller += pooled.Current[k];
            var tied = (double)pooled.Reference[k] + pooled.Current[k];
            ties += tied * tied * tied - tied;
        }

        var size = n + m;
        var deviation = Math.Sqrt(n * m / 12 * (size + 1 - ties / (size * (size - 1))));
        var excess = Math.Abs(pairs - n * m / 2) - 0.5;
        return new TwoSampleResult(pairs, deviation > 0 ? Math.Min(1, SpecialFunctions.Erfc(excess / deviation / Math.Sqrt(2))) : 1);
    }
}
