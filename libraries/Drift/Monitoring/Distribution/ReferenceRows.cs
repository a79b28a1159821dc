using MonitoringDemo.Drift.Monitoring.Rows;

namespace MonitoringDemo.Drift.Monitoring.Distribution;

/// <summary>The good rows that channels are compared with.</summary>
internal sealed class ReferenceRows
{
    private readonly RowRing _ring;
    private readonly List<long> _rows = [];

    private ReferenceRows(RowRing ring, long from, long to)
    {
        _ring = ring;
        for (var row = Math.Max(from, ring.First); row < Math.Min(to, ring.Next); row++)
        {
            if (ring.IsGood(row)) _rows.Add(row);
        }
    }

    public int Count => _rows.Count;

    /// <summary>Those of a stretch that are kept.</summary>
    public static ReferenceRows Of(RowRing ring, long from, long to) => new(ring, from, to);

    /// <summary>What a champion was trained on. When most of it is no longer kept, the newest rows before it are the best that is known.</summary>
    public static ReferenceRows Trained(RowRing ring, long from, long to, MonitorOptions options)
    {
        var reference = Of(ring, from, to);
        return reference.Count < options.LeastReferenceRows || ring.First > from + (to - from) / 2
            ? Of(ring, ring.Next - options.ProfileRows, ring.Next)
            : reference;
    }

    /// <summary>The values of a feature, or of the score for -1.</summary>
    public double[] Values(int column)
    {
        var values = new double[Count];
        for (var i = 0; i < values.Length; i++) values[i] = _ring.Value(_rows[i], column);
        return values;
    }

    /// <summary>Makes them the reference of channels.</summary>
    /// <param name="channels">Of features, or of the score.</param>
    /// <param name="runLength">Mean number of rows to a false finding, of a channel's index.</param>
    public void Teach(ReadOnlySpan<DriftChannel> channels, Func<int, double> runLength)
    {
        var times = new long[Count];
        for (var i = 0; i < times.Length; i++) times[i] = _ring.Time(_rows[i]);
        foreach (var channel in channels) channel.Rebase(Values(channel.Index), times, runLength(channel.Index));
    }
}
