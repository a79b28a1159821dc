using MonitoringDemo.Drift.DataQuality;

namespace MonitoringDemo.Drift.Monitoring.Rows;

/// <summary>Neighbouring rows copied out of the ring, into arrays that are used again.</summary>
internal sealed class RowBuffers(int columns, int rows)
{
    private const int Samples = 10;
    private readonly double[] _values = new double[columns * rows];
    private readonly bool[] _repeats = new bool[rows];
    private readonly long[] _times = new long[rows];

    // An array of its own: a window may be copied while this is in use.
    private readonly long[] _newest = new long[rows];
    private int _count, _newestRepeats;
    private long _low, _high;

    /// <summary>Copies and counts the newest rows.</summary>
    public void Count(RowRing ring, int count)
    {
        var from = Math.Max(ring.Next - count, ring.First);
        _count = (int)(ring.Next - from);
        ring.GatherTimes(from, _newest.AsSpan(0, _count));
        _newestRepeats = ring.Repeats(from, _count);
        (_low, _high) = Earlier(ring, from, count);
    }

    /// <summary>The newest rows as they were counted last.</summary>
    public RowBlock Newest(ReadOnlySpan<BlockSummary> summaries) => new()
    {
        Columns = summaries,
        Rows = _count,
        Repeats = _newestRepeats,
        Times = _newest.AsSpan(0, _count),
        EarlierLow = _low,
        EarlierHigh = _high,
    };

    /// <summary>All rows from one on.</summary>
    public RowWindow Window(RowRing ring, long from)
    {
        var count = (int)(ring.Next - from);
        var values = _values.AsSpan(0, count * columns);
        var repeats = _repeats.AsSpan(0, count);
        var times = _times.AsSpan(0, count);
        ring.GatherRows(from, values);
        ring.GatherRepeats(from, repeats);
        ring.GatherTimes(from, times);
        return new RowWindow { Columns = columns, Values = values, Repeats = repeats, Times = times };
    }

    private static (long Low, long High) Earlier(RowRing ring, long before, int apart)
    {
        var (low, high) = (ClockProfile.Unknown, ClockProfile.Unknown);
        for (var sample = 1; sample <= Samples; sample++)
        {
            var row = before - 1 - ((long)(sample - 1) * apart);
            if (row < ring.First) break;
            var time = ring.Time(row);
            if (time == ClockProfile.Unknown) continue;
            (low, high) = high == ClockProfile.Unknown ? (time, time) : (Math.Min(low, time), Math.Max(high, time));
        }

        return (low, high);
    }
}
