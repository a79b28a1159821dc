using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Reads a run from its first row on.</summary>
internal sealed class RunReader
{
    private const int BufferBytes = 1 << 18;

    private readonly SafeFileHandle _file;
    private readonly int _width;
    private readonly SortedRun _run;
    private readonly double[] _buffer;
    private long _row;
    private int _at;
    private int _filled;

    public RunReader(SafeFileHandle file, int width, SortedRun run)
    {
        (_file, _width, _run, _row) = (file, width, run, run.First);
        _buffer = new double[Math.Max(1, BufferBytes / (width * sizeof(double))) * width];
        Fill();
    }

    /// <summary>The row that it is at.</summary>
    public ReadOnlySpan<double> Current => _buffer.AsSpan(_at, _width);

    /// <summary>The key of that row.</summary>
    public long Key => BitConverter.DoubleToInt64Bits(_buffer[_at + _width - 1]);

    /// <summary>Goes on to the next row.</summary>
    /// <returns>False when the run is over.</returns>
    public bool Next()
    {
        _at += _width;
        if (_at == _filled)
            Fill();
        return _filled > 0;
    }

    private void Fill()
    {
        var rows = (int)Math.Min(_buffer.Length / _width, _run.End - _row);
        (_at, _filled) = (0, rows * _width);
        RowFile.ReadExactly(_file, MemoryMarshal.AsBytes(_buffer.AsSpan(0, _filled)), _row * _width * sizeof(double));
        _row += rows;
    }
}
