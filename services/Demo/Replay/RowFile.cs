using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Rows of numbers, all of one width, in memory where they are few and otherwise in a temporary file that goes with it. Read from several threads.</summary>
internal sealed class RowFile : IDisposable
{
    private const int RowsOfAWindow = 256;

    private readonly SafeFileHandle? _file;
    private volatile Window _window;

    /// <summary>Rows in memory.</summary>
    public RowFile(double[] values, int width)
    {
        (Width, Rows) = (width, values.Length / width);
        _window = new Window(0, values);
    }

    /// <summary>Rows in a file, which it then owns.</summary>
    public RowFile(SafeFileHandle file, int width, long rows)
    {
        (_file, Width, Rows) = (file, width, rows);
        _window = new Window(0, []);
    }

    /// <summary>Numbers in a row.</summary>
    public int Width { get; }

    /// <summary>How many rows there are.</summary>
    public long Rows { get; }

    /// <summary>Bytes in the file; 0 when all is in memory.</summary>
    public long FileBytes => _file is null ? 0 : Rows * Width * sizeof(double);

    /// <summary>One row; valid as long as one likes.</summary>
    public ReadOnlySpan<double> Row(long row)
    {
        var window = _window;
        if (row < window.First || row >= window.First + (window.Values.Length / Width))
            _window = window = Load(row - (row % RowsOfAWindow));
        return window.Values.AsSpan((int)(row - window.First) * Width, Width);
    }

    public void Dispose() => _file?.Dispose();

    private Window Load(long first)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(first, Rows);
        var values = new double[Math.Min(RowsOfAWindow, Rows - first) * Width];
        ReadExactly(_file!, MemoryMarshal.AsBytes(values.AsSpan()), first * Width * sizeof(double));
        return new Window(first, values);
    }

    internal static void ReadExactly(SafeFileHandle file, Span<byte> bytes, long from)
    {
        while (bytes.Length > 0)
        {
            var read = RandomAccess.Read(file, bytes, from);
            if (read == 0)
                throw new EndOfStreamException("The temporary file of a replay is shorter than it was written.");
            bytes = bytes[read..];
            from += read;
        }
    }

    private sealed record Window(long First, double[] Values);
}
