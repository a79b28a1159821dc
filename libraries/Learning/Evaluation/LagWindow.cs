using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Evaluation;

/// <summary>How the values of a series depend on their neighbours, summed over a flat-top lag window.</summary>
/// <remarks>
/// D. N. Politis and J. P. Romano, "Bias-corrected nonparametric spectral estimation", Journal of Time Series Analysis 16 (1995); the window
/// ends at twice the first lag after which K = max(5, √log10 n) autocorrelations are insignificant (Politis and White 2004, see <see cref="BlockLengths"/>).
/// </remarks>
/// <param name="Variance">Of one value.</param>
/// <param name="LongRunVariance">Of the mean, times the number of values; the variance again where values are independent.</param>
/// <param name="Slope">The same sum, each lag's share times the lag.</param>
internal readonly record struct LagWindow(double Variance, double LongRunVariance, double Slope)
{
    private const double Ln10 = 2.302585092994046;
    private const double TwoSided = 1.959963984540054;

    /// <param name="series">At least two values, in time.</param>
    public static LagWindow Of(ReadOnlySpan<double> series)
    {
        var n = series.Length;
        var log10 = Deterministic.Log(n) / Ln10;
        var quiet = Math.Max(5, (int)Math.Ceiling(Math.Sqrt(log10)));
        var longest = Math.Min(n - 1, (int)Math.Ceiling(Math.Sqrt(n)) + quiet);
        var covariances = Autocovariances(series, longest);
        if (covariances[0] <= 0.0)
            return default;

        var window = Math.Min(longest, 2 * FirstQuietLag(covariances, quiet, TwoSided * Math.Sqrt(log10 / n)));
        double longRun = covariances[0], slope = 0;
        for (var lag = 1; lag <= window; lag++)
        {
            // The flat top: full weight on the nearer half of the window, falling to none at its end.
            var weight = Math.Min(1.0, 2.0 * (1.0 - ((double)lag / window)));
            longRun += 2.0 * weight * covariances[lag];
            slope += 2.0 * weight * lag * covariances[lag];
        }

        return new LagWindow(covariances[0], longRun, slope);
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
}
