namespace MonitoringDemo.Drift.Channels;

/// <summary>How the values of a stream hang together: from one to the next, and over longer stretches.</summary>
internal static class Dependence
{
    private const double LeastCorrelation = 0.1;
    private const double MostCorrelation = 0.99;
    private static readonly int[] BlockLengths = [50, 250];
    private const int LeastBlocks = 20;
    // Of places on the normal line: what varies less is constant, and the rest is rounding.
    private const double LeastVariance = 1e-9;

    /// <summary>The correlation of neighbours; 0 when it is small or may be chance.</summary>
    /// <param name="scores">Latent places in their order; mean near 0.</param>
    public static double Correlation(ReadOnlySpan<double> scores)
    {
        if (scores.Length < 100) return 0;

        double products = 0, squares = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            products += scores[i] * scores[i - 1];
            squares += scores[i] * scores[i];
        }

        var correlation = squares > LeastVariance * scores.Length ? products / squares : 0;
        return Math.Abs(correlation) >= Math.Max(LeastCorrelation, 5 / Math.Sqrt(scores.Length)) ? Math.Clamp(correlation, -MostCorrelation, MostCorrelation) : 0;
    }

    /// <summary>
    /// How many values say as much as one independent value: the variance of block means over what it were if values
    /// were independent, at least 1. Batch means, as in Flegal and Jones (2010).
    /// </summary>
    public static double Inflation(ReadOnlySpan<double> scores)
    {
        var largest = 1.0;
        foreach (var length in BlockLengths)
        {
            var blocks = scores.Length / length;
            if (blocks < LeastBlocks) continue;

            var variance = Variance(scores[..(blocks * length)]);
            if (variance <= LeastVariance) continue;
            var inflation = length * Variance(BlockMeans(scores, length, blocks)) / variance;
            // Anything less may be chance.
            if (inflation > 1 + 4 * Math.Sqrt(2.0 / (blocks - 1))) largest = Math.Max(largest, inflation);
        }

        return largest;
    }

    private static double[] BlockMeans(ReadOnlySpan<double> values, int length, int blocks)
    {
        var means = new double[blocks];
        for (var block = 0; block < blocks; block++)
        {
            foreach (var value in values.Slice(block * length, length)) means[block] += value;
            means[block] /= length;
        }

        return means;
    }

    private static double Variance(ReadOnlySpan<double> values)
    {
        double mean = 0, sum = 0;
        foreach (var value in values) mean += value;
        mean /= values.Length;
        foreach (var value in values) sum += (value - mean) * (value - mean);
        return sum / (values.Length - 1);
    }
}
