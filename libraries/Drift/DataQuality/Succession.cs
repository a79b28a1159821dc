namespace MonitoringDemo.Drift.DataQuality;

/// <summary>How values follow each other: repeats, runs, and the correlation of neighbours (of their magnitudes, so that outliers do not rule it).</summary>
/// <param name="RepeatShare">The share of values that equal the one before.</param>
/// <param name="LongestRun">The longest run of equal values.</param>
/// <param name="LongestGap">The longest run of missing values.</param>
/// <param name="Correlation">Of neighbouring magnitudes, about the mean of all values: the ends' share in it is too small to matter.</param>
internal readonly record struct Succession(double RepeatShare, int LongestRun, int LongestGap, double Correlation)
{
    /// <param name="values">In the order of their rows; NaN is missing.</param>
    /// <param name="bins">The magnitude of each value, see <see cref="LogBins"/>.</param>
    public static Succession Of(ReadOnlySpan<double> values, ReadOnlySpan<short> bins)
    {
        var (present, pairs, repeats, sum, squares, products) = (0L, 0L, 0L, 0L, 0L, 0L);
        var (run, longestRun, gap, longestGap) = (0, 0, 0, 0);
        var (previous, previousBin, origin) = (double.NaN, 0L, 0L);
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (double.IsNaN(value))
            {
                previous = value;
                if (++gap > longestGap) longestGap = gap;
                continue;
            }

            gap = 0;
            // Counted from the first one: far from their mean, the two ends of the rows would weigh too much.
            if (present++ == 0) origin = bins[i];
            var bin = bins[i] - origin;
            sum += bin;
            squares += bin * bin;
            if (!double.IsNaN(previous))
            {
                pairs++;
                products += bin * previousBin;
            }

            if (value == previous) repeats++;
            run = value == previous ? run + 1 : 1;
            if (run > longestRun) longestRun = run;
            (previous, previousBin) = (value, bin);
        }

        return new Succession(pairs == 0 ? 0 : (double)repeats / pairs, longestRun, longestGap, pairs < 2 ? 0 : Correlate(present, pairs, sum, squares, products));
    }

    private static double Correlate(long present, long pairs, long sum, long squares, long products)
    {
        var mean = (double)sum / present;
        var variance = (double)squares / present - mean * mean;
        return variance < 1e-9 ? 0 : ((double)products / pairs - mean * mean) / variance;
    }
}
