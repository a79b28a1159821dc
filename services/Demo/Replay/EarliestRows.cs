using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Replay;

/// <summary>The earliest rows of a stream, as text: so many and no more, however long it is. Of equal times the first rows stay.</summary>
internal sealed class EarliestRows(int most)
{
    private readonly PriorityQueue<(string[] Row, RowPlace Place), (long Key, long Position)> _rows =
        new(Comparer<(long Key, long Position)>.Create(static (a, b) => b.CompareTo(a)));

    /// <summary>Key and position of the latest row that is kept.</summary>
    public (long Key, long Position) Last { get; private set; } = (long.MinValue, -1);

    /// <summary>Keeps a row if it is one of the earliest.</summary>
    /// <param name="block">The block that holds it.</param>
    /// <param name="row">Its number in the block.</param>
    /// <param name="key">What rows are sorted by.</param>
    /// <param name="position">How many rows of the stream came before.</param>
    public void Offer(TableBlock block, int row, long key, long position)
    {
        if (_rows.Count < most)
            _rows.Enqueue(TextOf(block, row), (key, position));
        else if (_rows.TryPeek(out _, out var latest) && (key, position).CompareTo(latest) < 0)
            _rows.EnqueueDequeue(TextOf(block, row), (key, position));
    }

    /// <summary>The rows kept so far, to go on by another key.</summary>
    public EarliestRows Copy()
    {
        var copy = new EarliestRows(most);
        copy._rows.EnqueueRange(_rows.UnorderedItems);
        return copy;
    }

    /// <summary>The earliest rows in their order, at most so many; the rest goes.</summary>
    public TextTable ToTable(string fileName, IReadOnlyList<TableColumn> columns, int rows)
    {
        var sorted = _rows.UnorderedItems.OrderBy(row => row.Priority).Take(rows).ToList();
        Last = sorted[^1].Priority;
        _rows.Clear();
        return new TextTable(fileName, columns, [.. sorted.Select(row => row.Element.Row)], [.. sorted.Select(row => row.Element.Place)]);
    }

    private static (string[], RowPlace) TextOf(TableBlock block, int row) =>
        ([.. block.Columns.Select(column => column.InWords(row))], block.Place(row));
}
