using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Evaluation;

/// <summary>How many neighbouring rows must be drawn together, so that a resampled series is as dependent as the real one.</summary>
public static class BlockLengths
{
    private const double Ln10 = 2.302585092994046;
    private const double TwoSided = 1.959963984540054;

    /// <summary>n^(1/3) rounded up: the rate at which the best length grows, without looking at the rows.</summary>
    /// <remarks>P. Hall, J. L. Horowitz, B.-Y. Jing, "On blocking rules for the bootstrap with dependent data", Biometrika 82 (1995).</remarks>
    public static int CubeRoot(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        long root = 1;
        while (root * root * root < rows)
            root++;
        return (int)root;
    }

    /// <summary>The length that fits the series: 1 where neighbours say nothing of each other, longer where they do.</summary>
    /// <remarks>
    /// D. N. Politis and H. White, "Automatic block-length selection for the dependent bootstrap", Econometric Reviews 23 (2004),
    /// for the circular scheme, as corrected by A. Patton, D. N. Politis and H. White, Econometric Reviews 28 (2009):
    /// (2 G² / D)^(1/3) n^(1/3), D = 4/3 g(0)², with a flat-top lag window up to twice the first lag after which
    /// K = max(5, √log10 n) autocorrelations are insignificant. At most min(3 √n, n / 3).
    /// </remarks>
    /// <param name="series">One value a row, in time: losses, or differences of losses.</param>
    public static int Automatic(ReadOnlySpan<double> series)
    {
        var n = series.Length;
        if (n < 10)
            return 1;

        var log10 = Deterministic.Log(n) / Ln10;
        var quiet = Math.Max(5, (int)Math.Ceiling(Math.Sqrt(log10)));
        var longest = Math.Min(n - 1, (int)Math.Ceiling(Math.Sqrt(n)) + quiet);
        var covariances = Autocovariances(series, longest);
        if (covariances[0] <= 0.0)
            return 1;

        var window = Math.Min(longest, 2 * FirstQuietLag(covariances, quiet, TwoSided * Math.Sqrt(log10 / n)));
        double g0 = covariances[0], g1 = 0;
        for (var lag = 1; lag <= window; lag++)
        {
            // The flat top: full weight on the nearer half of the window, falling to none at its end.
            var weight = Math.Min(1.0, 2.0 * (1.0 - ((double)lag / window)));
            g0 += 2.0 * weight * covariances[lag];
            g1 += 2.0 * weight * lag * covariances[lag];
        }

        // Lags that cancel the variance leave nothing to scale by.
        if (g0 <= 0.0 || g1 == 0.0)
            return 1;

        var best = Root(2.0 * g1 * g1 / (4.0 / 3.0 * g0 * g0) * n);
        var most = Math.Max(1.0, Math.Ceiling(Math.Min(3.0 * Math.Sqrt(n), n / 3.0)));
        return (int)Math.Ceiling(Math.Clamp(best, 1.0, most));
    }

    private static double[] Autocovariances(ReadOnlySpan<double> series, int longest)
    {
        var mean = 0.0;
        foreach (var value in series)
            mean += value;
        mean /= series.Length;
        var centred = new double[series.Length];
        for (var i = 0; i < centred.Length; i++)
            centred[i] = series[i] - mean;

        var covariances = new double[longest + 1];
        for (var lag = 0; lag <= longest; lag++)
            covariances[lag] = FixedOrder.Dot(centred.AsSpan(lag), centred.AsSpan(0, centred.Length - lag)) / centred.Length;
        return covariances;
    }

    // The lag after which as many autocorrelations in a row as asked for lie within the noise; the last loud one when none does.
    private static int FirstQuietLag(double[] covariances, int quiet, double noise)
    {
        var (run, lastLoud) = (0, 0);
        for (var lag = 1; lag < covariances.Length; lag++)
        {
            if (Math.Abs(covariances[lag]) < noise * covariances[0])
                run++;
            else
                (run, lastLoud) = (0, lag);
            if (run == quiet)
                break;
        }

        return Math.Max(1, lastLoud);
    }

    private static double Root(double x) => x <= 0.0 ? 0.0 : Deterministic.Exp(Deterministic.Log(x) / 3.0);
}
