using MathNet.Numerics;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>The limiting distribution of the Cramér–von Mises statistic.</summary>
/// <remarks>Source: T. W. Anderson and D. A. Darling, "Asymptotic Theory of Certain Goodness of Fit Criteria", Ann. Math. Stat. 23 (1952), (4.35).</remarks>
internal static class CramerVonMisesLimit
{
    // The common implementations stop here too; what is cut off is far below any level one would test at.
    private const double Negligible = 1e-7;

    // From here on the tail is computed itself: what is left when the body is taken from 1 has ever fewer digits.
    private const double FromTail = 1;
    private const int Points = 1_024;

    /// <summary>P(W² &gt; x), x &gt; 0, with its own digits however small it is.</summary>
    /// <remarks>
    /// N. V. Smirnov's integral (1936) for the tail, 1/π Σ (−1)^(j−1) ∫ √(−√y / sin √y) e^(−xy/2) / y dy from ((2j−1)π)² to (2jπ)²; beyond 1 the first
    /// term is all that counts. With √y = (3 + cos θ) π/2 the integrand is smooth, and the midpoint rule converges faster than any power.
    /// </remarks>
    public static double Tail(double x)
    {
        if (x < FromTail) return Math.Max(0, 1 - Body(x));

        var sum = 0.0;
        for (var i = 0; i < Points; i++)
        {
            var theta = (i + 0.5) * Math.PI / Points;
            var u = (3 + Math.Cos(theta)) * Math.PI / 2;
            sum += Math.Sin(theta) * Math.Sqrt(u / -Math.Sin(u)) * Math.Exp(-x * u * u / 2) / u;
        }

        return sum * Math.PI / Points;
    }

    /// <summary>P(W² ≤ x), x &gt; 0.</summary>
    public static double Body(double x)
    {
        var sum = 0.0;
        for (var k = 0; ; k++)
        {
            var y = 4.0 * k + 1;
            var q = y * y / (16 * x);
            var scale = Math.Exp(SpecialFunctions.GammaLn(k + 0.5) - SpecialFunctions.GammaLn(k + 1.0)) / (Math.Pow(Math.PI, 1.5) * Math.Sqrt(x));
            var term = scale * Math.Sqrt(y) * Math.Exp(-2 * q) * ScaledBessel(q);
            sum += term;
            if (term < Negligible) return sum;
        }
    }

    /// <summary>exp(q) K(¼, q), from its integral over cosh; the trapezium converges faster than any power of the step.</summary>
    private static double ScaledBessel(double q)
    {
        const double step = 1.0 / 32;
        var sum = 0.5;
        for (var i = 1; ; i++)
        {
            var t = i * step;
            var exponent = q * (Math.Cosh(t) - 1);
            if (exponent > 60) return sum * step;
            sum += Math.Exp(-exponent) * Math.Cosh(t / 4);
        }
    }
}
