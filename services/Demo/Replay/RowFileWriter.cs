using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Takes rows in any order and gives them back sorted by their last number, a whole one; equal ones stay as they came. Memory does not grow with the rows.</summary>
/// <param name="width">Numbers in a row, the key included.</param>
internal sealed class RowFileWriter(int width) : IDisposable
{
    /// <summary>Bytes that are kept in memory, and of each part that is sorted at once.</summary>
    internal const int UsualChunkBytes = 1 << 24;

    private readonly List<SortedRun> _runs = [];
    private double[] _chunk = [];
    private int _rows;
    private SafeFileHandle? _file;

    /// <summary>For tests: how much is sorted at once.</summary>
    internal int ChunkBytes { get; init; } = UsualChunkBytes;

    private int ChunkRows => Math.Max(2, ChunkBytes / (width * sizeof(double)));

    /// <summary>The key of a row as it has to stand in its last place.</summary>
    public static double Key(long key) => BitConverter.Int64BitsToDouble(key);

    /// <summary>Adds a row.</summary>
    public void Add(ReadOnlySpan<double> row)
    {
        if (_rows == ChunkRows)
            Flush();
        if ((_rows + 1) * width > _chunk.Length)
            Array.Resize(ref _chunk, Math.Min(ChunkRows, Math.Max(1024, _rows * 2)) * width);
        row.CopyTo(_chunk.AsSpan(_rows++ * width));
    }

    /// <summary>All rows in order. Nothing can be added any more.</summary>
    public RowFile Finish()
    {
        if (_file is null)
        {
            Sort();
            return new RowFile(_chunk[..(_rows * width)], width);
        }

        Flush();
        _chunk = [];
        var file = _file;
        var rows = _runs[^1].End;
        if (_runs.Zip(_runs.Skip(1)).Any(pair => pair.First.LastKey > pair.Second.FirstKey))
            file = Merge(rows);
        if (ReferenceEquals(file, _file))
            _file = null;
        return new RowFile(file, width, rows);
    }

    public void Dispose() => _file?.Dispose();

    private static SafeFileHandle NewFile() =>
        File.OpenHandle(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);

    private static void Write(SafeFileHandle file, ReadOnlySpan<double> numbers, long at)
    {
        try
        {
            RandomAccess.Write(file, MemoryMarshal.AsBytes(numbers), at * sizeof(double));
        }
        catch (IOException e)
        {
            throw new UnusableInputException($"The folder of temporary files, {Path.GetTempPath()}, does not take the rows ({e.Message.TrimEnd('.')}); TMPDIR names another.", e);
        }
    }

    private void Flush()
    {
        if (_rows == 0)
            return;
        Sort();
        _file ??= NewFile();
        var first = _runs.Count == 0 ? 0 : _runs[^1].End;
        Write(_file, _chunk.AsSpan(0, _rows * width), first * width);
        _runs.Add(new SortedRun(first, first + _rows, KeyOf(0), KeyOf(_rows - 1)));
        _rows = 0;
    }

    private void Sort()
    {
        var order = new (long Key, int Row)[_rows];
        var sorted = true;
        for (var row = 0; row < _rows; row++)
        {
            order[row] = (KeyOf(row), row);
            sorted &= row == 0 || order[row - 1].Key <= order[row].Key;
        }

        if (sorted)
            return;
        Array.Sort(order);
        var chunk = new double[_chunk.Length];
        for (var row = 0; row < _rows; row++)
            _chunk.AsSpan(order[row].Row * width, width).CopyTo(chunk.AsSpan(row * width));
        _chunk = chunk;
    }

    private long KeyOf(int row) => BitConverter.DoubleToInt64Bits(_chunk[(row * width) + width - 1]);

    private SafeFileHandle Merge(long rows)
    {
        var merged = NewFile();
        var next = new PriorityQueue<RunReader, (long Key, int Run)>();
        for (var run = 0; run < _runs.Count; run++)
        {
            var reader = new RunReader(_file!, width, _runs[run]);
            next.Enqueue(reader, (reader.Key, run));
        }

        var (buffer, filled, written) = (new double[ChunkRows * width], 0, 0L);
        for (var row = 0L; row < rows; row++)
        {
            next.TryDequeue(out var reader, out var at);
            reader!.Current.CopyTo(buffer.AsSpan(filled));
            filled += width;
            if (reader.Next())
                next.Enqueue(reader, (reader.Key, at.Run));
            if (filled < buffer.Length && row + 1 < rows)
                continue;
            Write(merged, buffer.AsSpan(0, filled), written);
            (written, filled) = (written + filled, 0);
        }

        return merged;
    }
}
