namespace MonitoringDemo.Drift.DataQuality;

/// <summary>Counts the newest values of a feature for all checks at once.</summary>
internal static class BlockSummaries
{
    public static BlockSummary Of(ReadOnlySpan<double> newest, double previous, FeatureProfile well)
    {
        var (low, high) = (well.Low, well.High);
        var (missing, fractional, repeated, inBand) = (0, 0, 0, 0);
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in newest)
        {
            // Without branches that depend on the values, which nobody can foretell; NaN compares to nothing and is no fraction.
            missing += double.IsNaN(value) ? 1 : 0;
            inBand += (value >= low ? 1 : 0) & (value <= high ? 1 : 0);
            repeated += value == previous ? 1 : 0;
            fractional += value - Math.Floor(value) > 0 ? 1 : 0;
            if (value < min) min = value;
            if (value > max) max = value;
            previous = value;
        }

        return new BlockSummary(newest.Length, missing, fractional, repeated, inBand, min, max);
    }
}
