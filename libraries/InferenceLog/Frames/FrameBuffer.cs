using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace MonitoringDemo.InferenceLog.Frames;

/// <summary>Grows to the largest frame and is used again for every one.</summary>
internal sealed class FrameBuffer
{
    private byte[] _bytes = new byte[64 << 10];
    private int _length;

    /// <summary>Bytes so far, with those of the header.</summary>
    public int Length => _length;

    public void Begin() => _length = FrameHeader.Bytes;

    public void Put(byte value) => Take(1)[0] = value;

    public void Put(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(sizeof(int)), value);

    public void Put(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(sizeof(long)), value);

    public void Put(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    public void Put(ReadOnlySpan<double> values)
    {
        var place = Take(values.Length * sizeof(double));
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.AsBytes(values).CopyTo(place);
            return;
        }

        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(place[(i * sizeof(double))..], values[i]);
    }

    public void Put(ReadOnlySpan<long> values)
    {
        var place = Take(values.Length * sizeof(long));
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.AsBytes(values).CopyTo(place);
            return;
        }

        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt64LittleEndian(place[(i * sizeof(long))..], values[i]);
    }

    /// <summary>Length in bytes, then UTF-8; -1 for null.</summary>
    public void Put(string? text)
    {
        if (text is null)
        {
            Put(-1);
            return;
        }

        var bytes = Encoding.UTF8.GetByteCount(text);
        Put(bytes);
        Encoding.UTF8.GetBytes(text, Take(bytes));
    }

    public ReadOnlySpan<byte> Seal(FrameHeader header)
    {
        var frame = _bytes.AsSpan(0, _length);
        header.Seal(frame);
        return frame;
    }

    private Span<byte> Take(int count)
    {
        var start = _length;
        _length = checked(_length + count);
        if (_length > FrameHeader.MaxFrameBytes)
            throw new ArgumentException($"A record of more than {FrameHeader.MaxFrameBytes} bytes does not fit the log; append fewer rows at a time.");
        if (_length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_length, 2 * _bytes.Length));

        return _bytes.AsSpan(start, count);
    }
}
