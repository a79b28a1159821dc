namespace MonitoringDemo.Drift.TwoSample;

/// <summary>The one-sample Kolmogorov distribution to the order n^−3/2, for large samples.</summary>
/// <remarks>Source: W. Pelz and I. J. Good, "Approximating the Lower Tail-Areas of the Kolmogorov-Smirnov One-Sample Statistic", J. R. Stat. Soc. B 38 (1976).</remarks>
internal static class PelzGood
{
    /// <summary>P(D ≤ d) for n values.</summary>
    public static double Body(int n, double d)
    {
        const double pi2 = Math.PI * Math.PI;
        const double pi4 = pi2 * pi2;
        var z = Math.Sqrt(n) * d;
        var z2 = z * z;
        var (z4, z6, z8) = (z2 * z2, z2 * z2 * z2, z2 * z2 * z2 * z2);
        double k0 = 0, k1 = 0, k2 = 0, k3 = 0, extra2 = 0, extra3 = 0;
        for (var k = (int)Math.Ceiling(16 * z / Math.PI); k > 0; k--)
        {
            double odd = (2 * k - 1) * (2 * k - 1);
            var q = Math.Exp(-pi2 * odd / (8 * z2));
            k0 += q;
            k1 += q * (pi2 / 4 * odd - z2);
            k2 += q * (6 * z6 + 2 * z4 + (2 * z4 - 5 * z2) * pi2 / 4 * odd + pi4 * (1 - 2 * z2) / 16 * odd * odd);
            k3 += q * (-30 * z6 - 90 * z8 + pi2 * (135 * z4 - 96 * z6) / 4 * odd + pi4 * (212 * z4 - 60 * z2) / 16 * odd * odd
                + pi4 * pi2 * (5 - 30 * z2) / 64 * odd * odd * odd);

            double square = k * k;
            var power = Math.Exp(-pi2 * square / (2 * z2));
            extra2 += square * power;
            extra3 += (3 * z2 - pi2 * square) * square * power;
        }

        var root = Math.Sqrt(2 * Math.PI);
        k2 = root * (k2 / (72 * z6 * z) - pi2 * extra2 / (36 * z2 * z));
        k3 = root * (k3 / (6480 * z8 * z2) + pi2 * extra3 / (216 * z6));
        return root * k0 / z + root * k1 / (6 * z4) / Math.Sqrt(n) + k2 / n + k3 / (n * Math.Sqrt(n));
    }
}
