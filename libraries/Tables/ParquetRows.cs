using Parquet;
using Parquet.Schema;

namespace MonitoringDemo.Tables;

/// <summary>Reads a Parquet file row group by row group; memory is that of one row group. Numbers, truths and times are taken by value, times to 100 ns.</summary>
internal sealed class ParquetRows : ITableReader
{
    private readonly string _name;
    private readonly string _path;
    private readonly ParquetReader _reader;
    private readonly DataField[] _fields;
    private readonly TableColumn[] _columns;
    private readonly Action<ColumnCells, int>[] _cells;
    private int _group;
    private int _row;
    private int _rows;

    public ParquetRows(string path)
    {
        (_path, _name) = (path, Path.GetFileName(path));
        _reader = Try(() => ParquetReader.CreateAsync(path, new ParquetOptions { UseDateOnlyTypeForDates = true }).GetAwaiter().GetResult(), "no row group");
        _fields = _reader.Schema.GetDataFields();
        _columns = [.. _fields.Select(field => new TableColumn(string.Join('.', field.Path.ToList()), ParquetValues.TypeOf(field)))];
        if (_columns.DistinctBy(column => column.Name, StringComparer.Ordinal).Count() != _columns.Length)
            throw new UnusableTableException($"{_name}: two columns have one name.");
        _cells = new Action<ColumnCells, int>[_fields.Length];
    }

    public IReadOnlyList<TableColumn> Columns => _columns;

    public bool TryRead(TableBlock block)
    {
        while (_row == _rows)
        {
            if (_group == _reader.RowGroupCount)
                return false;
            Load();
        }

        block.Clear(_columns.Length, _name, _group);
        var end = Math.Min(_rows, _row + TableBlock.MostRows);
        for (var i = 0; i < _columns.Length; i++)
        {
            for (var row = _row; row < end; row++)
                _cells[i](block.Columns[i], row);
        }

        for (; _row < end; _row++)
            block.EndRow(_row + 1);
        return true;
    }

    public void Dispose() => _reader.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private void Load()
    {
        var group = _reader.OpenRowGroupReader(_group++);
        (_row, _rows) = (0, checked((int)group.RowCount));
        for (var i = 0; i < _fields.Length; i++)
        {
            // The last group's values go before the next ones come.
            _cells[i] = static (cells, _) => cells.AddMissing();
            if (_columns[i].Type != StatedType.Other)
                _cells[i] = Try(() => ParquetValues.Load(group, _fields[i], _rows), FormattableString.Invariant($"row group {_group}, column '{_columns[i].Name}'"));
        }
    }

    private T Try<T>(Func<T> read, string where)
    {
        try
        {
            return read();
        }
        // Bytes that are no Parquet make the library fail in many ways; each of them says that the file is not one.
        catch (Exception e) when (e is not (UnusableTableException or OutOfMemoryException))
        {
            throw new UnusableTableException($"{_path}, {where}: not a readable Parquet file ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')}); it may be cut off or damaged.", e);
        }
    }
}
