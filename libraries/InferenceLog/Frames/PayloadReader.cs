using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace MonitoringDemo.InferenceLog.Frames;

internal ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private ReadOnlySpan<byte> _rest = payload;

    public byte Byte() => Take(1)[0];

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public byte[] Bytes(int count) => Take(count).ToArray();

    public string? Text()
    {
        var bytes = Int32();
        return bytes < 0 ? null : Encoding.UTF8.GetString(Take(bytes));
    }

    public double[] Doubles(int count)
    {
        if (count == 0) return [];

        var source = Take(count * sizeof(double));
        var values = GC.AllocateUninitializedArray<double>(count);
        if (BitConverter.IsLittleEndian)
            source.CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        else
            for (var i = 0; i < count; i++)
                values[i] = BinaryPrimitives.ReadDoubleLittleEndian(source[(i * sizeof(double))..]);

        return values;
    }

    public long[] Int64s(int count)
    {
        if (count == 0) return [];

        var source = Take(count * sizeof(long));
        var values = GC.AllocateUninitializedArray<long>(count);
        if (BitConverter.IsLittleEndian)
            source.CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        else
            for (var i = 0; i < count; i++)
                values[i] = BinaryPrimitives.ReadInt64LittleEndian(source[(i * sizeof(long))..]);

        return values;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
