namespace MonitoringDemo.Tables;

/// <summary>Reads one file after the other; all have the columns of the first, in whatever order.</summary>
internal sealed class FileSequence : ITableReader
{
    private readonly IReadOnlyList<string> _paths;
    private readonly TableOptions _options;
    private ITableReader _reader;
    private int[]? _order;
    private int _file;

    public FileSequence(IReadOnlyList<string> paths, TableOptions options)
    {
        (_paths, _options) = (paths, options);
        _reader = FileKinds.Open(paths[0], options);
        Columns = _reader.Columns;
    }

    public IReadOnlyList<TableColumn> Columns { get; }

    public bool TryRead(TableBlock block)
    {
        while (!_reader.TryRead(block))
        {
            if (_file + 1 == _paths.Count)
                return false;
            _reader.Dispose();
            _reader = FileKinds.Open(_paths[++_file], _options);
            _order = OrderOf(_reader.Columns, Path.GetFileName(_paths[_file]));
        }

        if (_order is not null)
            block.Reorder(_order);
        return true;
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>Where this file has each column; null when it has them as the first one does.</summary>
    private int[]? OrderOf(IReadOnlyList<TableColumn> columns, string name)
    {
        var order = new int[Columns.Count];
        for (var i = 0; i < order.Length; i++)
        {
            var column = Columns[i];
            order[i] = -1;
            for (var at = 0; at < columns.Count; at++)
                order[i] = string.Equals(columns[at].Name, column.Name, StringComparison.Ordinal) ? at : order[i];
            if (order[i] < 0)
                throw new UnusableTableException($"{name}: no column '{column.Name}', which {Path.GetFileName(_paths[0])} has; the columns are {string.Join(", ", columns.Select(each => each.Name))}.");
            var type = columns[order[i]].Type;
            if (type != column.Type && type != StatedType.Unstated && column.Type != StatedType.Unstated)
                throw new UnusableTableException($"{name}, column '{column.Name}': {Word(type)}, where {Path.GetFileName(_paths[0])} has {Word(column.Type)}; write both alike.");
        }

        if (columns.Count > Columns.Count)
        {
            var more = columns.First(column => !Columns.Any(known => string.Equals(known.Name, column.Name, StringComparison.Ordinal)));
            throw new UnusableTableException($"{name}: column '{more.Name}', which {Path.GetFileName(_paths[0])} does not have.");
        }

        return order.SequenceEqual(Enumerable.Range(0, order.Length)) ? null : order;
    }

    private static string Word(StatedType type) => type switch
    {
        StatedType.Number => "numbers",
        StatedType.Boolean => "true and false",
        StatedType.Time => "times",
        StatedType.Category => "categories",
        _ => "lists or structures",
    };
}
