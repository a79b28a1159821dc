using MathNet.Numerics;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>Tails of the one-sample Kolmogorov statistic, two-sided: at a finite sample size and in the limit.</summary>
/// <remarks>Source: R. Simard and P. L'Ecuyer, "Computing the Two-Sided Kolmogorov-Smirnov Distribution", J. Stat. Software 39 (2011).</remarks>
public static class KolmogorovDistribution
{
    /// <summary>Probability that the largest gap of a sample of <paramref name="n"/> values exceeds <paramref name="d"/>.</summary>
    /// <param name="n">Sample size, at least 1.</param>
    /// <param name="d">The gap, in [0, 1].</param>
    public static double Tail(int n, double d)
    {
        var t = n * d;
        if (d >= 1) return 0;
        if (t <= 0.5) return 1;
        if (t <= 1) return 1 - Math.Exp(SpecialFunctions.GammaLn(n + 1.0) + n * Math.Log((2 * t - 1) / n));
        if (t >= n - 1) return 2 * Math.Pow(1 - d, n);

        var square = t * d;
        if (square >= 370) return 0;
        if (d >= 0.5 || square > (n <= 140 ? 4 : 2.2)) return Math.Min(1, 2 * OneSidedTail(n, d));
        var body = n <= 140 || (n <= 100_000 && n * Math.Pow(d, 1.5) <= 1.4) ? DurbinMatrix.Body(n, d) : PelzGood.Body(n, d);
        return Math.Clamp(1 - body, 0, 1);
    }

    /// <summary>Probability that Kolmogorov's limit exceeds <paramref name="t"/>, the gap times the root of the sample size.</summary>
    public static double LimitTail(double t)
    {
        if (t <= 0.04) return 1;
        var sum = 0.0;
        if (t < 0.8)
        {
            // The alternating series cancels near 0; its theta transform does not.
            for (var k = 1; k <= 19; k += 2) sum += Math.Exp(-k * k * Math.PI * Math.PI / (8 * t * t));
            return 1 - Math.Sqrt(2 * Math.PI) / t * sum;
        }

        for (var k = 1; k <= 12; k++) sum += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2.0 * k * k * t * t);
        return sum;
    }

    /// <summary>Smirnov's sum for the one-sided gap; N. V. Smirnov (1944), Z. W. Birnbaum and F. H. Tingey (1951).</summary>
    private static double OneSidedTail(int n, double d)
    {
        var all = SpecialFunctions.GammaLn(n + 1.0);
        var sum = 0.0;
        for (var j = 0; j <= (int)(n * (1 - d)); j++)
        {
            var (up, down) = (d + (double)j / n, 1 - d - (double)j / n);
            if (down <= 0) continue;
            sum += Math.Exp(all - SpecialFunctions.GammaLn(j + 1.0) - SpecialFunctions.GammaLn(n - j + 1.0) + (j - 1) * Math.Log(up) + (n - j) * Math.Log(down));
        }

        return d * sum;
    }
}
