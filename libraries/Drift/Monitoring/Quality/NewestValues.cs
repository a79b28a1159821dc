using MonitoringDemo.Drift.DataQuality;
using MonitoringDemo.Drift.Monitoring.Rows;

namespace MonitoringDemo.Drift.Monitoring.Quality;

/// <summary>What the newest values of each column come to: counted once, for all checks.</summary>
/// <param name="profiles">What is usual in each column.</param>
/// <param name="step">How many rows are new at a look.</param>
internal sealed class NewestValues(FeatureProfiles profiles, int step)
{
    // The row before the newest is there to say whether the first of them repeats it.
    private readonly double[] _rows = new double[(step + 1) * profiles.Low.Length];
    private readonly BlockSummary[] _summaries = new BlockSummary[profiles.All.Count];

    /// <summary>One per column, in schema order.</summary>
    public ReadOnlySpan<BlockSummary> Summaries => _summaries;

    public void Summarise(RowRing ring)
    {
        var (from, width) = (Math.Max(ring.Next - step, ring.First), profiles.Low.Length);
        var rows = _rows.AsSpan(0, (int)(ring.Next - from + 1) * width);
        if (from > ring.First) ring.GatherRows(from - 1, width, rows);
        else
        {
            rows[..width].Fill(double.NaN);
            ring.GatherRows(from, width, rows[width..]);
        }

        BlockSummaries.Of(rows, profiles.Low, profiles.High, _summaries);
    }
}
