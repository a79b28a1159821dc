using CsvHelper;

namespace MonitoringDemo.Tables.Csv;

/// <summary>Reads CSV text, whatever parts and quotes its values; what it cannot use it refuses by file, line and column.</summary>
internal sealed class CsvRows : ITableReader
{
    // A quote that is never closed takes the rest of the file for one value: told here, before it fills the memory.
    private const int MostBytesOfARow = 1 << 24;

    private readonly Stream _text;
    private readonly string _name;
    private readonly CsvReader _reader;
    private readonly TableColumn[] _columns;
    private bool _hasRows;

    /// <param name="text">UTF-8; closed with the reader.</param>
    /// <param name="name">How messages call the file.</param>
    /// <param name="shape">How the text is written.</param>
    public CsvRows(Stream text, string name, CsvShape shape)
    {
        (_text, _name) = (text, name);
        _reader = CsvReader.Create(
            text,
            new CsvReaderOptions
            {
                Separator = shape.Separator,
                Quote = shape.Quote,
                HasHeader = false,
                DetectSeparatorHint = false,
                TrimWhitespace = true,
                TrackLineNumbers = true,
                MaxRecordSize = MostBytesOfARow,
                MalformedData = CsvMalformedDataHandling.Throw,
                FieldCountMismatch = CsvFieldCountHandling.Allow,
            },
            leaveOpen: true);
        if (!Next() || (shape.HasHint && !Next()))
            throw new UnusableTableException($"{name}: the file is empty.");
        _columns = ReadHeader();
    }

    public IReadOnlyList<TableColumn> Columns => _columns;

    public bool TryRead(TableBlock block)
    {
        block.Clear(_columns.Length, _name);
        while (block.Count < TableBlock.MostRows && Next())
        {
            RefuseRagged();
            for (var i = 0; i < _columns.Length; i++)
                block.Columns[i].AddUtf8(_reader.GetSpan(i));
            block.EndRow(_reader.LineNumber);
        }

        _hasRows |= block.Count > 0;
        return _hasRows ? block.Count > 0 : throw new UnusableTableException($"{_name}: a header and no rows.");
    }

    public void Dispose()
    {
        _reader.Dispose();
        _text.Dispose();
    }

    private bool Next()
    {
        try
        {
            return _reader.Read();
        }
        catch (CsvFormatException e)
        {
            throw new UnusableTableException(FormattableString.Invariant($"{_name}, line {e.LineNumber}: a quote does not belong there or is never closed."), e);
        }
    }

    private TableColumn[] ReadHeader()
    {
        var columns = new TableColumn[_reader.FieldCount];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = new TableColumn(_reader.GetString(i) is { Length: > 0 } named ? named : TableColumn.NameOfUnnamed(i), StatedType.Unstated);
            if (!seen.Add(columns[i].Name))
                throw new UnusableTableException($"{_name}, line {_reader.LineNumber}: column '{columns[i].Name}' occurs twice.");
        }

        return columns;
    }

    private void RefuseRagged()
    {
        if (_reader.FieldCount == _columns.Length)
            return;
        var where = _reader.FieldCount < _columns.Length
            ? $"column '{_columns[_reader.FieldCount].Name}' is missing"
            : $"something follows column '{_columns[^1].Name}'";
        throw new UnusableTableException(
            $"{_name}, line {_reader.LineNumber}: {_reader.FieldCount} values where the header names {_columns.Length}; {where}.");
    }
}
