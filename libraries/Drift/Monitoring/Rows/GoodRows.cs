namespace MonitoringDemo.Drift.Monitoring.Rows;

/// <summary>The rows that a profile of what is well is made of: good ones of late, but not of so late that a break may hide in them.</summary>
internal sealed class GoodRows(MonitorOptions options)
{
    private readonly List<(long From, int Count)> _stretches = [];

    /// <summary>The first of them.</summary>
    public long From { get; private set; }

    /// <summary>One past the last of them.</summary>
    public long To { get; private set; }

    /// <summary>The first of the newer half.</summary>
    public long Middle { get; private set; }

    /// <summary>Them, in stretches without a gap; none lies in both halves.</summary>
    public IReadOnlyList<(long From, int Count)> Stretches => _stretches;

    /// <summary>Looks for them.</summary>
    /// <returns>Whether there are enough.</returns>
    public bool Find(RowRing ring, long historyEnd)
    {
        _stretches.Clear();
        To = Math.Max(ring.Next - options.QualityWindow, Math.Min(historyEnd, ring.Next));
        var older = options.ProfileRows / 2;
        var newer = Collect(ring, To, options.ProfileRows - older);
        Middle = From;
        var good = newer + Collect(ring, Middle, older);
        _stretches.Reverse();
        return good >= options.LeastProfileRows;
    }

    private int Collect(RowRing ring, long to, int wanted)
    {
        From = to;
        var found = 0;
        while (found < wanted && Before(ring, From, Math.Max(ring.First, From - wanted)) is var (end, count))
        {
            count = Math.Min(count, wanted - found);
            From = end - count;
            if (count > 0) _stretches.Add((From, count));
            found += count;
            if (From <= ring.First) break;
        }

        return found;
    }

    /// <summary>The neighbouring good rows that end before a row, no earlier than another.</summary>
    /// <returns>One past the last of them, and how many; none when there is no more.</returns>
    private static (long To, int Count) Before(RowRing ring, long row, long least)
    {
        while (row > least && !ring.IsGood(row - 1)) row--;
        var from = row;
        while (from > least && ring.IsGood(from - 1)) from--;
        return (row, (int)(row - from));
    }
}
