using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>Kolmogorov–Smirnov: the largest gap between the two distribution functions, in [0, 1].</summary>
/// <remarks>Blind to units; ties make its p values conservative. Exact up to 10,000 values a sample, asymptotic beyond. Source: N. V. Smirnov (1939).</remarks>
public sealed class KolmogorovSmirnov : ITwoSampleTest
{
    private const int LargestExact = 10_000;

    /// <inheritdoc/>
    public string Name => "kolmogorov-smirnov";

    /// <inheritdoc/>
    public bool Suits(FeatureKind kind) => kind == FeatureKind.Numeric;

    /// <inheritdoc/>
    public TwoSampleResult Test(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        var (r, c) = (PooledSample.Sorted(reference), PooledSample.Sorted(current));
        if (r.Length == 0 || c.Length == 0) return TwoSampleResult.NotComputable;

        var gap = Gap(r, c);
        return new TwoSampleResult(gap / ((double)r.Length * c.Length), PValue(gap, r.Length, c.Length));
    }

    /// <summary>The exact p value for samples of up to 10,000 values, otherwise the asymptotic one.</summary>
    /// <param name="gap">What <see cref="Gap"/> gives.</param>
    /// <param name="n">Size of one sample.</param>
    /// <param name="m">Size of the other.</param>
    public static double PValue(long gap, int n, int m) =>
        Math.Max(n, m) <= LargestExact ? KolmogorovSmirnovExact.PValue(gap, n, m) : AsymptoticPValue(gap, n, m);

    /// <summary>The p value of one sample of the effective size nm / (n + m), to the next whole number.</summary>
    /// <param name="gap">What <see cref="Gap"/> gives.</param>
    /// <param name="n">Size of one sample.</param>
    /// <param name="m">Size of the other.</param>
    public static double AsymptoticPValue(long gap, int n, int m) =>
        KolmogorovDistribution.Tail((int)Math.Max(1, Math.Round((double)n * m / ((double)n + m))), gap / ((double)n * m));

    /// <summary>The p value of Kolmogorov's limit, for samples without end.</summary>
    /// <param name="gap">What <see cref="Gap"/> gives.</param>
    /// <param name="n">Size of one sample.</param>
    /// <param name="m">Size of the other.</param>
    public static double LimitPValue(long gap, int n, int m) =>
        KolmogorovDistribution.LimitTail(Math.Sqrt((double)n * m / ((double)n + m)) * (gap / ((double)n * m)));

    /// <summary>The statistic times the product of both sizes: a whole number, free of rounding. Allocates nothing.</summary>
    /// <param name="reference">Finite values, ascending.</param>
    /// <param name="current">Finite values, ascending.</param>
    public static long Gap(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        var (i, j, gap) = (0, 0, 0L);
        while (i < reference.Length && j < current.Length)
        {
            var value = Math.Min(reference[i], current[j]);
            while (i < reference.Length && reference[i] == value) i++;
            while (j < current.Length && current[j] == value) j++;
            gap = Math.Max(gap, Math.Abs((long)i * current.Length - (long)j * reference.Length));
        }

        return gap;
    }
}
