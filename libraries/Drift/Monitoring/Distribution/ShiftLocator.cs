using MonitoringDemo.Drift.Channels;
using MonitoringDemo.Drift.Monitoring.Rows;
using MonitoringDemo.Drift.TwoSample;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Monitoring.Distribution;

/// <summary>Finds when a change began that the evidence tells of, and how large it is.</summary>
/// <param name="column">How values become bins.</param>
/// <param name="index">The column's place in a row, or -1 for the score.</param>
/// <param name="evidence">What tells of the change.</param>
/// <param name="groups">The bins of the stability index.</param>
/// <param name="window">The effect is measured on so many of the newest rows at most.</param>
internal sealed class ShiftLocator(BinnedColumn column, int index, ShiftEvidence evidence, BinGroups groups, int window)
{
    // Onsets that are less likely than the best by this factor (in nats) are left out of the interval.
    private const double Reach = 3;

    /// <param name="ring">The rows.</param>
    /// <param name="earliest">Not before this row.</param>
    /// <param name="next">One past the newest row taken.</param>
    /// <returns>Null when there is no evidence.</returns>
    public ShiftFound? Find(RowRing ring, long earliest, long next)
    {
        if (evidence.Best is not (>= 0 and var best) || next <= earliest) return null;

        var (gains, bins) = Gains(ring, earliest, next, best);
        var (onset, most) = (gains.Length - 1, double.NegativeInfinity);
        for (var i = gains.Length - 1; i >= 0; i--)
        {
            if (bins[i] >= 0 && gains[i] > most) (onset, most) = (i, gains[i]);
        }

        var (first, last) = (onset, onset);
        for (var i = 0; i < gains.Length; i++)
        {
            if (bins[i] < 0 || gains[i] < most - Reach) continue;
            (first, last) = (Math.Min(first, i), Math.Max(last, i));
        }

        var since = new int[column.Reference.Bins];
        foreach (var bin in bins.AsSpan(Math.Max(onset, gains.Length - window)))
        {
            if (bin >= 0) since[bin]++;
        }

        return new ShiftFound(evidence.Alternatives[best], earliest + onset, earliest + first, earliest + last, since, Effect(since));
    }

    /// <summary>How likely each row is the first, by the ratios of all that came since; and the bin of each, -1 for rows left out.</summary>
    private (double[] Gains, int[] Bins) Gains(RowRing ring, long earliest, long next, int alternative)
    {
        var gains = new double[next - earliest];
        var bins = new int[gains.Length];
        var previous = double.NaN;
        for (var i = 0; i < gains.Length; i++)
        {
            bins[i] = ring.IsGood(earliest + i) ? column.Of(ring.Value(earliest + i, index), ring.Time(earliest + i)) : -1;
            if (bins[i] >= 0) gains[i] = Deterministic.Log(evidence.Ratio(alternative, column.Judged(bins[i], ref previous)));
        }

        for (var i = gains.Length - 2; i >= 0; i--) gains[i] += gains[i + 1];
        return (gains, bins);
    }

    // Without a change, the index is about (bins - 1) (1/n + 1/m) by chance.
    private double Effect(int[] since)
    {
        var grouped = new int[groups.Count];
        groups.Put(since, grouped);
        var rows = grouped.Sum();
        var used = ChiSquare.UsedBins(groups.Reference, grouped);
        return rows == 0 ? 0 : Psi.Of(groups.Reference, grouped) - (used - 1) * (1.0 / rows + 1.0 / column.Reference.Rows);
    }
}
