namespace MonitoringDemo.Tables;

/// <summary>Reads a table from the first row to the last, block by block.</summary>
public interface ITableReader : IDisposable
{
    /// <summary>The columns; every block has them in this order.</summary>
    IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>Fills a block with the next rows, at most <see cref="TableBlock.MostRows"/> of them.</summary>
    /// <returns>False when there are no more.</returns>
    /// <exception cref="UnusableTableException">The next rows cannot be used; the message says where and why.</exception>
    bool TryRead(TableBlock block);
}
