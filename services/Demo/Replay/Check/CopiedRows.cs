using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Replay.Check;

/// <summary>Counts rows that are equal to an earlier one. Of many rows it looks at those whose fingerprint falls into a share that is halved again and again: equal rows share it.</summary>
/// <param name="columns">The columns that are compared.</param>
internal sealed class CopiedRows(IReadOnlyList<int> columns)
{
    private const int MostKept = 1 << 20;

    private readonly Dictionary<ulong, int> _rows = [];
    private ulong _mask;

    /// <summary>Whether every row was compared.</summary>
    public bool IsExact => _mask == 0;

    /// <summary>Rows that are equal to an earlier one.</summary>
    public long Count => _rows.Values.Sum(rows => (long)rows - 1) * (long)(_mask + 1);

    public void Add(TableBlock block, int row)
    {
        var print = 14695981039346656037UL;
        foreach (var column in columns)
            print = (print ^ ColumnCount.Hash(block.Columns[column], row)) * 0x9E3779B97F4A7C15UL;
        print ^= print >> 32;
        if ((print & _mask) != 0)
            return;
        _rows[print] = _rows.GetValueOrDefault(print) + 1;
        if (_rows.Count <= MostKept)
            return;
        _mask = (_mask << 1) | 1;
        foreach (var kept in _rows.Keys.Where(kept => (kept & _mask) != 0).ToList())
            _rows.Remove(kept);
    }
}
