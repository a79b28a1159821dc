using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>Cramér–von Mises: the squared gap between the two distribution functions, summed over all values.</summary>
/// <remarks>
/// Made for values without ties: mid-ranks push the statistic up, so <see cref="Test"/> does not answer when fewer than
/// nine tenths of the pooled values differ. Exact up to 20 values a sample. Source: T. W. Anderson, "On the
/// Distribution of the Two-Sample Cramer-von Mises Criterion", Ann. Math. Stat. 33 (1962).
/// </remarks>
public sealed class CramerVonMises : ITwoSampleTest
{
    private const int LargestExact = 20;
    private const double LeastDistinct = 0.9;

    /// <inheritdoc/>
    public string Name => "cramer-von-mises";

    /// <inheritdoc/>
    public bool Suits(FeatureKind kind) => kind == FeatureKind.Numeric;

    /// <inheritdoc/>
    public TwoSampleResult Test(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        var pooled = PooledSample.Of(reference, current);
        if (pooled.IsEmpty || pooled.Values.Length < LeastDistinct * ((double)pooled.ReferenceCount + pooled.CurrentCount)) return TwoSampleResult.NotComputable;

        var small = Math.Max(pooled.ReferenceCount, pooled.CurrentCount) <= LargestExact;
        return new TwoSampleResult(Statistic(pooled), small ? ExactPValue(pooled) : AsymptoticPValue(pooled));
    }

    /// <summary>Anderson's T.</summary>
    public static double Statistic(PooledSample pooled)
    {
        ArgumentNullException.ThrowIfNull(pooled);
        var product = (double)pooled.ReferenceCount * pooled.CurrentCount;
        var size = (double)pooled.ReferenceCount + pooled.CurrentCount;
        return RankSum(pooled) / (product * size) - (4 * product - 1) / (6 * size);
    }

    /// <summary>The p value of the limit, matched in mean and variance to the sizes at hand.</summary>
    public static double AsymptoticPValue(PooledSample pooled)
    {
        ArgumentNullException.ThrowIfNull(pooled);
        var (n, m) = ((double)pooled.ReferenceCount, (double)pooled.CurrentCount);
        var (product, size) = (n * m, n + m);
        var mean = (1 + 1 / size) / 6;
        var variance = (size + 1) * (4 * product * size - 3 * (n * n + m * m) - 2 * product) / (45 * size * size * 4 * product);
        var limit = 1.0 / 6 + (Statistic(pooled) - mean) / Math.Sqrt(45 * variance);
        return limit < 0.003 ? 1 : CramerVonMisesLimit.Tail(limit);
    }

    /// <summary>The p value over all orders of the pooled values; for small samples.</summary>
    public static double ExactPValue(PooledSample pooled)
    {
        ArgumentNullException.ThrowIfNull(pooled);
        return CramerVonMisesExact.PValue(RankSum(pooled), pooled.ReferenceCount, pooled.CurrentCount);
    }

    private static double RankSum(PooledSample pooled)
    {
        double reference = 0, current = 0;
        var (i, j) = (0, 0);
        for (var k = 0; k < pooled.Values.Length; k++)
        {
            var rank = i + j + (pooled.Reference[k] + pooled.Current[k] + 1) / 2.0;
            for (var stop = i + pooled.Reference[k]; i < stop; i++) reference += (rank - i - 1) * (rank - i - 1);
            for (var stop = j + pooled.Current[k]; j < stop; j++) current += (rank - j - 1) * (rank - j - 1);
        }

        return pooled.ReferenceCount * reference + pooled.CurrentCount * current;
    }
}
