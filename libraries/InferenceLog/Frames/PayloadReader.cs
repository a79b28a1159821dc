using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace MonitoringDemo.InferenceLog.Frames;

/// <summary>Takes values off a payload. One that asks for more than there is was never written whole: <see cref="CorruptLogException"/>.</summary>
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

    public double[] Doubles(long count)
    {
        if (count == 0) return [];

        var source = Take(count * sizeof(double));
        var values = GC.AllocateUninitializedArray<double>((int)count);
        if (BitConverter.IsLittleEndian)
            source.CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        else
            for (var i = 0; i < values.Length; i++)
                values[i] = BinaryPrimitives.ReadDoubleLittleEndian(source[(i * sizeof(double))..]);

        return values;
    }

    public long[] Int64s(int count)
    {
        if (count == 0) return [];

        var source = Take((long)count * sizeof(long));
        var values = GC.AllocateUninitializedArray<long>(count);
        if (BitConverter.IsLittleEndian)
            source.CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        else
            for (var i = 0; i < count; i++)
                values[i] = BinaryPrimitives.ReadInt64LittleEndian(source[(i * sizeof(long))..]);

        return values;
    }

    private ReadOnlySpan<byte> Take(long count)
    {
        if ((ulong)count > (ulong)_rest.Length) throw Short(count);

        var taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }

    private readonly CorruptLogException Short(long count) => new(
        $"The inference log is damaged: a record says that {count} more bytes belong to it, and {_rest.Length} follow. "
        + "Its checksum fits, so a program wrote it like that. Restore the log from a copy, or start with a fresh data directory.");
}
