namespace MonitoringDemo.Drift.Monitoring;

/// <summary>The rows that a profile of what is well is made of: good ones of late, but not of so late that a break may hide in them.</summary>
internal sealed class GoodRows(MonitorOptions options)
{
    private readonly List<(long From, int Length)> _stretches = [];
    private readonly double[] _column = new double[options.ProfileRows];

    /// <summary>The first of them.</summary>
    public long From { get; private set; }

    /// <summary>One past the last of them.</summary>
    public long To { get; private set; }

    /// <summary>Looks for them.</summary>
    /// <returns>Whether there are enough.</returns>
    public bool Find(RowRing ring, long historyEnd)
    {
        To = Math.Max(ring.Next - options.QualityWindow, Math.Min(historyEnd, ring.Next));
        (From, var good) = (To, 0);
        while (From > ring.First && good < options.ProfileRows)
        {
            if (ring.IsGood(--From)) good++;
        }

        _stretches.Clear();
        for (var row = From; row < To; row++)
        {
            var begin = row;
            while (row < To && ring.IsGood(row)) row++;
            if (row > begin) _stretches.Add((begin, (int)(row - begin)));
        }

        return good >= options.LeastProfileRows;
    }

    /// <summary>Their values of one feature; good until the next call.</summary>
    public ReadOnlySpan<double> Column(RowRing ring, int feature)
    {
        var good = 0;
        foreach (var (from, length) in _stretches)
        {
            ring.Gather(feature, from, _column.AsSpan(good, length));
            good += length;
        }

        return _column.AsSpan(0, good);
    }
}
