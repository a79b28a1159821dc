namespace MonitoringDemo.Learning.Evaluation;

/// <summary>How much less a series in time says about its mean than as many independent values would.</summary>
public static class SerialDependence
{
    private const int LeastValues = 10;

    /// <summary>The factor by which the variance of the mean exceeds that of independent values: n values are worth n / factor.</summary>
    /// <returns>At least 1; 1 for fewer than ten values and for a constant series.</returns>
    /// <remarks>
    /// Long-run variance over variance, each lag's autocovariance in a flat-top window whose length the series chooses: D. N. Politis, "Adaptive
    /// bandwidth choice", Journal of Nonparametric Statistics 15 (2003). Values that alternate would say more; the factor stays 1.
    /// </remarks>
    /// <param name="series">One value a row, in time.</param>
    public static double Factor(ReadOnlySpan<double> series)
    {
        if (series.Length < LeastValues)
            return 1.0;
        var window = LagWindow.Of(series);
        return window.Variance <= 0.0 ? 1.0 : Math.Max(1.0, window.LongRunVariance / window.Variance);
    }
}
