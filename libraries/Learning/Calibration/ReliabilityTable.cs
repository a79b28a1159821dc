namespace MonitoringDemo.Learning.Calibration;

/// <summary>How far scores can be taken at their word: said against seen, bin by bin. Empty bins are left out.</summary>
/// <remarks>
/// M. P. Naeini, G. F. Cooper, M. Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning", AAAI 2015. An
/// error of 0 is never seen: with n rows in b bins of equal mass even perfect scores show about √(b / n) / 3.
/// </remarks>
public sealed class ReliabilityTable
{
    private ReliabilityTable(IReadOnlyList<ReliabilityBin> bins) => Bins = bins;

    /// <summary>The bins, by ascending score.</summary>
    public IReadOnlyList<ReliabilityBin> Bins { get; }

    /// <summary>Expected calibration error: mean of |said − seen| over the rows, in [0, 1].</summary>
    public double ExpectedCalibrationError => Bins.Sum(bin => bin.Rows * Gap(bin)) / Bins.Sum(bin => bin.Rows);

    /// <summary>The largest |said − seen| of any bin.</summary>
    public double LargestCalibrationError => Bins.Max(Gap);

    /// <summary>Bins of equal width over [0, 1]; an edge belongs to the bin above it.</summary>
    /// <param name="scores">In [0, 1].</param>
    /// <param name="labels">0 or 1 per row.</param>
    /// <param name="bins">How many, at least 1.</param>
    /// <exception cref="ArgumentException">No row, different lengths, a score outside [0, 1], a label other than 0 and 1, or no bin.</exception>
    public static ReliabilityTable EqualWidth(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels, int bins = 10)
    {
        var (sorted, classes) = Sort(scores, labels, bins);
        var table = new List<ReliabilityBin>(bins);
        for (int bin = 0, from = 0; bin < bins && from < sorted.Length; bin++)
        {
            var end = (bin + 1.0) / bins;
            var to = from;
            while (to < sorted.Length && (sorted[to] < end || bin == bins - 1))
                to++;
            if (to > from)
                table.Add(Bin(sorted, classes, from, to, (double)bin / bins, end));
            from = to;
        }

        return new ReliabilityTable(table);
    }

    /// <summary>Bins of equally many rows (the first ones have one more where it does not divide); equal scores stay together, in the lower bin.</summary>
    /// <param name="scores">In [0, 1].</param>
    /// <param name="labels">0 or 1 per row.</param>
    /// <param name="bins">How many, at least 1.</param>
    /// <exception cref="ArgumentException">No row, different lengths, a score outside [0, 1], a label other than 0 and 1, or no bin.</exception>
    public static ReliabilityTable EqualMass(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels, int bins = 10)
    {
        var (sorted, classes) = Sort(scores, labels, bins);
        var table = new List<ReliabilityBin>(bins);
        var (each, larger) = Math.DivRem(sorted.Length, bins);
        for (int bin = 0, from = 0, planned = 0; bin < bins; bin++)
        {
            planned += each + (bin < larger ? 1 : 0);
            var to = Math.Max(from, planned);
            while (to > from && to < sorted.Length && sorted[to] == sorted[to - 1])
                to++;
            if (to > from)
                table.Add(Bin(sorted, classes, from, to, sorted[from], sorted[to - 1]));
            from = to;
        }

        return new ReliabilityTable(table);
    }

    private static (double[] Scores, byte[] Labels) Sort(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        CalibrationRows.Check(scores, labels);
        var (sorted, classes) = (scores.ToArray(), labels.ToArray());
        Array.Sort(sorted, classes);
        return (sorted, classes);
    }

    private static ReliabilityBin Bin(double[] scores, byte[] labels, int from, int to, double low, double high)
    {
        var (sum, ones) = (0.0, 0);
        for (var i = from; i < to; i++)
            (sum, ones) = (sum + scores[i], ones + labels[i]);
        return new ReliabilityBin(low, high, to - from, sum / (to - from), (double)ones / (to - from));
    }

    private static double Gap(ReliabilityBin bin) => Math.Abs(bin.MeanScore - bin.Observed);
}
