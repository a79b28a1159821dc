using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Evaluation;

/// <summary>How many neighbouring rows must be drawn together, so that a resampled series is as dependent as the real one.</summary>
public static class BlockLengths
{
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
    /// (2 G² / D)^(1/3) n^(1/3), D = 4/3 g(0)², with the flat-top lag window of <see cref="LagWindow"/>. At most min(3 √n, n / 3).
    /// </remarks>
    /// <param name="series">One value a row, in time: losses, or differences of losses.</param>
    public static int Automatic(ReadOnlySpan<double> series)
    {
        var n = series.Length;
        if (n < 10)
            return 1;

        var window = LagWindow.Of(series);
        var (g0, g1) = (window.LongRunVariance, window.Slope);

        // A constant, or lags that cancel the variance: nothing to scale by.
        if (g0 <= 0.0 || g1 == 0.0)
            return 1;

        var best = Root(2.0 * g1 * g1 / (4.0 / 3.0 * g0 * g0) * n);
        var most = Math.Max(1.0, Math.Ceiling(Math.Min(3.0 * Math.Sqrt(n), n / 3.0)));
        return (int)Math.Ceiling(Math.Clamp(best, 1.0, most));
    }

    private static double Root(double x) => x <= 0.0 ? 0.0 : Deterministic.Exp(Deterministic.Log(x) / 3.0);
}
