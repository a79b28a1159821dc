namespace MonitoringDemo.Drift.TwoSample;

/// <summary>The exact two-sided p value of the two-sample Kolmogorov–Smirnov statistic, for samples without ties.</summary>
/// <remarks>
/// Every order of the pooled values is a path on a grid; counted are those that leave the band around the diagonal.
/// Only shares of paths are added, all positive, so tails keep their relative precision. Source: G. Schröer and
/// D. Trenkler, "Exact and randomization distributions of Kolmogorov-Smirnov tests", Comp. Stat. &amp; Data Analysis 20 (1995).
/// </remarks>
public static class KolmogorovSmirnovExact
{
    /// <summary>Probability of a gap at least this large when nothing changed.</summary>
    /// <param name="gap">The statistic times the product of both sizes, a whole number.</param>
    /// <param name="n">Size of one sample, at least 1.</param>
    /// <param name="m">Size of the other, at least 1.</param>
    public static double PValue(long gap, int n, int m) => PValue(gap, n, m, new double[m + 1]);

    /// <summary>The same without allocating.</summary>
    /// <param name="gap">The statistic times the product of both sizes, a whole number.</param>
    /// <param name="n">Size of one sample, at least 1.</param>
    /// <param name="m">Size of the other, at least 1.</param>
    /// <param name="scratch">At least m + 1 places; overwritten.</param>
    public static double PValue(long gap, int n, int m, Span<double> scratch)
    {
        if (gap <= 0) return 1;

        // left[j]: share of the paths to (i, j) that have left the band.
        var left = scratch[..(m + 1)];
        left.Fill(1);
        left[..(int)(Math.Min(m, (gap - 1) / n) + 1)].Clear();
        for (var i = 1; i <= n; i++)
        {
            var diagonal = (long)i * m;
            var from = diagonal < gap ? 0 : (int)((diagonal - gap) / n) + 1;
            var to = (int)Math.Min(m, (diagonal + gap - 1) / n);
            var before = 1.0;
            for (var j = from; j <= to; j++)
            {
                before = (left[j] * i + before * j) / (i + j);
                left[j] = before;
            }
        }

        return Math.Min(1, left[m]);
    }
}
