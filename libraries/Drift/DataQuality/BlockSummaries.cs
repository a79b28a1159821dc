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
            if (double.IsNaN(value))
            {
                missing++;
            }
            else
            {
                if (value < min) min = value;
                if (value > max) max = value;
                if (value >= low && value <= high) inBand++;
                if (value == previous) repeated++;
                if (value != Math.Floor(value)) fractional++;
            }

            previous = value;
        }

        return new BlockSummary(newest.Length, missing, fractional, repeated, inBand, min, max);
    }
}
