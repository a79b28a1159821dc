namespace MonitoringDemo.Drift.DataQuality;

/// <summary>The spells in which a feature was missing and that went by themselves. Where they are usual, the next one like them is no break.</summary>
/// <param name="window">The newest rows that a check may weigh.</param>
internal sealed class Spells(int window)
{
    // Shorter ones are no spells, and what lasts longer than half a window is an outage, however often it comes.
    private const int Shortest = 8;
    private const int Often = 3;
    private const int Kept = 16;
    private const int Memory = 40_000;

    private readonly List<(long End, int Rows)> _spells = [];

    /// <summary>How many of the newest rows are missing, without a row between.</summary>
    public int Open { get; private set; }

    /// <summary>Takes the values of neighbouring rows; NaN is missing.</summary>
    /// <param name="values">In the order of their rows.</param>
    /// <param name="from">The row of the first.</param>
    /// <returns>Whether a spell has ended.</returns>
    public bool Take(ReadOnlySpan<double> values, long from)
    {
        var ended = false;
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                Open++;
                continue;
            }

            ended |= Open >= Shortest && Open <= window / 2 && Add(from + i, Open);
            Open = 0;
        }

        return ended;
    }

    /// <summary>Rows in a window that may be missing by what is usual: half as many again as were in the worst window, or three times the longest spell, up to four fifths of the window.</summary>
    /// <param name="row">The row that comes next.</param>
    public int Usual(long row)
    {
        var (spells, longest, most) = (0, 0, 0);
        for (var i = _spells.Count - 1; i >= 0 && _spells[i].End > row - Memory; i--)
        {
            spells++;
            longest = Math.Max(longest, _spells[i].Rows);
            most = Math.Max(most, WindowBefore(i));
        }

        return spells < Often ? 0 : Math.Min(Math.Max(3 * longest, 3 * most / 2), 4 * window / 5);
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(Open);
        writer.Write(_spells.Count);
        foreach (var (end, rows) in _spells)
        {
            writer.Write(end);
            writer.Write(rows);
        }
    }

    public void Restore(BinaryReader reader)
    {
        Open = reader.ReadInt32();
        _spells.Clear();
        for (var left = reader.ReadInt32(); left > 0; left--) _spells.Add((reader.ReadInt64(), reader.ReadInt32()));
    }

    private int WindowBefore(int last)
    {
        var rows = 0;
        for (var i = last; i >= 0 && _spells[i].End > _spells[last].End - window; i--) rows += _spells[i].Rows;
        return rows;
    }

    private bool Add(long end, int rows)
    {
        if (_spells.Count == Kept) _spells.RemoveAt(0);
        _spells.Add((end, rows));
        return true;
    }
}
