namespace MonitoringDemo.Tables;

/// <summary>Consecutive rows of one file; made once and filled again and again.</summary>
public sealed class TableBlock
{
    /// <summary>Rows that it holds at most.</summary>
    public const int MostRows = 1024;

    private readonly long[] _rows = new long[MostRows];
    private string _file = "";
    private int _group;

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>The columns, in the order of <see cref="ITableReader.Columns"/>.</summary>
    public ColumnCells[] Columns { get; private set; } = [];

    /// <summary>Where a row stands in its file.</summary>
    public RowPlace Place(int row) => new(_file, _group, _rows[row]);

    /// <summary>Empties the block for rows of a file.</summary>
    /// <param name="columns">How many columns they have.</param>
    /// <param name="file">The file without its folder.</param>
    /// <param name="group">From 1, the row group; 0 where rows are lines.</param>
    public void Clear(int columns, string file, int group = 0)
    {
        if (Columns.Length != columns)
            Columns = [.. Enumerable.Range(0, columns).Select(_ => new ColumnCells())];
        foreach (var column in Columns)
            column.Clear();
        (Count, _file, _group) = (0, file, group);
    }

    /// <summary>Ends a row whose cells have been added.</summary>
    /// <param name="row">The line of the file, or the row within its group, from 1.</param>
    public void EndRow(long row) => _rows[Count++] = row;

    /// <summary>Puts the columns in another order, for a file that has them otherwise than the first.</summary>
    internal void Reorder(int[] from) => Columns = [.. from.Select(column => Columns[column])];
}
