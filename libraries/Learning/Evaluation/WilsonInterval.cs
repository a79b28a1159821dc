namespace MonitoringDemo.Learning.Evaluation;

/// <summary>How far chance may have moved a share of independent rows, also where it is near 0 or 1.</summary>
/// <remarks>E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), without correction for continuity.</remarks>
public static class WilsonInterval
{
    private const double Quantile = 1.959963984540054;

    /// <summary>The interval that covers the true share in about 95 of 100 cases.</summary>
    /// <param name="hits">Rows that count, 0 to <paramref name="rows"/>.</param>
    /// <param name="rows">All rows, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no row, or there are more hits than rows.</exception>
    public static (double Lower, double Upper) Of(int hits, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, rows);
        var (share, square) = ((double)hits / rows, Quantile * Quantile);
        var middle = share + (square / (2 * rows));
        var half = Quantile * Math.Sqrt((share * (1 - share) / rows) + (square / (4.0 * rows * rows)));
        var scale = 1 + (square / rows);
        return (hits == 0 ? 0 : (middle - half) / scale, hits == rows ? 1 : (middle + half) / scale);
    }
}
