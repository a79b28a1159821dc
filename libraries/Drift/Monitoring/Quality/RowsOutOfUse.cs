using MonitoringDemo.Drift.Monitoring.Rows;

namespace MonitoringDemo.Drift.Monitoring.Quality;

/// <summary>The rows that take no part in references, drift and performance: those in which something is broken that matters.</summary>
internal sealed class RowsOutOfUse(FeatureWatch[] features, RowQualityWatch rows)
{
    /// <summary>Whether the rows that come in are among them.</summary>
    public bool Any { get; private set; }

    /// <summary>A break began at this row.</summary>
    public void TakeIn(RowRing ring, long onset)
    {
        Any = true;
        for (var row = Math.Max(onset, ring.First); row < ring.Next; row++) ring.Flags(row) |= RowFlags.Quarantined;
    }

    /// <summary>Rows from this one on are well, unless another finding covers them.</summary>
    public void LetOut(RowRing ring, long well)
    {
        var stillFrom = From();
        Any = stillFrom < long.MaxValue;
        for (var row = well; row < Math.Min(ring.Next, stillFrom); row++) ring.Flags(row) &= ~RowFlags.Quarantined;
    }

    /// <summary>What is broken may have come to matter, or have ceased to; rows that came in so far stay as they are.</summary>
    public void Recount() => Any = From() < long.MaxValue;

    private long From()
    {
        var from = rows.BrokenSince;
        foreach (var watch in features)
        {
            if (watch.DoesHarm) from = Math.Min(from, watch.Finding!.Onset);
        }

        return from;
    }
}
