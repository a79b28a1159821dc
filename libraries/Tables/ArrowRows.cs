using Apache.Arrow;
using Apache.Arrow.Compression;
using Apache.Arrow.Ipc;

namespace MonitoringDemo.Tables;

/// <summary>Reads an Arrow file (Feather, version 2) or stream batch by batch; memory is that of one batch. Numbers, truths, times and dictionaries are taken by value, times to 100 ns.</summary>
internal sealed class ArrowRows : ITableReader
{
    private static readonly byte[] s_end = [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0];

    private readonly string _path;
    private readonly string _name;
    private readonly FileStream _file;
    private readonly bool _isFile;
    private readonly ArrowStreamReader _reader;
    private readonly TableColumn[] _columns;
    private RecordBatch? _batch;
    private int _group;
    private int _row;

    /// <param name="path">The file.</param>
    /// <param name="isFile">True for the file format, false for the stream format.</param>
    public ArrowRows(string path, bool isFile)
    {
        (_path, _name, _isFile) = (path, Path.GetFileName(path), isFile);
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        var codecs = new CompressionCodecFactory();
        (_reader, var schema) = Try(() =>
        {
            var reader = isFile ? new ArrowFileReader(_file, codecs) : new ArrowStreamReader(_file, codecs);
            return (reader, reader.GetSchema(default).AsTask().GetAwaiter().GetResult());
        });
        _columns = [.. schema.FieldsList.Select(field => new TableColumn(field.Name, ArrowValues.TypeOf(field.DataType)))];
        if (_columns.DistinctBy(column => column.Name, StringComparer.Ordinal).Count() != _columns.Length)
            throw new UnusableTableException($"{_name}: two columns have one name.");
    }

    public IReadOnlyList<TableColumn> Columns => _columns;

    public bool TryRead(TableBlock block)
    {
        while (_batch is null || _row == _batch.Length)
        {
            _batch?.Dispose();
            _batch = Try(_reader.ReadNextRecordBatch);
            if (_batch is null)
            {
                RequireEnd();
                return false;
            }

            _group++;
            _row = 0;
        }

        block.Clear(_columns.Length, _name, _group);
        var end = Math.Min(_batch.Length, _row + TableBlock.MostRows);
        for (var i = 0; i < _columns.Length; i++)
            Try(() => ArrowValues.Add(_columns[i].Type, _batch.Column(i), _row, end, block.Columns[i]));
        for (; _row < end; _row++)
            block.EndRow(_row + 1);
        return true;
    }

    public void Dispose()
    {
        _batch?.Dispose();
        _reader.Dispose();
        _file.Dispose();
    }

    // A stream that is cut off between two batches reads like a shorter one; whoever closes it writes a mark.
    private void RequireEnd()
    {
        Span<byte> mark = stackalloc byte[s_end.Length];
        _file.Position = _file.Length - mark.Length;
        _file.ReadExactly(mark);
        if (!_isFile && !mark.SequenceEqual(s_end))
            throw new UnusableTableException(FormattableString.Invariant($"{_path}, after batch {_group}: not a readable Arrow file (the mark of its end is not there); it may be cut off or damaged."));
    }

    private T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        // Bytes that are no Arrow make the library fail in many ways; each of them says that the file is not one.
        catch (Exception e) when (e is not (UnusableTableException or OutOfMemoryException))
        {
            throw new UnusableTableException(FormattableString.Invariant(
                $"{_path}, batch {_group + 1}: not a readable Arrow file ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')}); it may be cut off or damaged."), e);
        }
    }
}
