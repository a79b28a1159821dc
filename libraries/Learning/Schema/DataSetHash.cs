using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MonitoringDemo.Learning.Schema;

/// <summary>The identity of a data set: schema, row numbers, labels and values, bit for bit (every NaN counts as the same).</summary>
public static class DataSetHash
{
    /// <summary>SHA-256 as lower-case hexadecimal; independent of the machine's byte order.</summary>
    public static string Sha256(DataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var schema = SchemaJson.Write(data.Schema);
        Append(hash, [schema.Length, data.Count]);
        hash.AppendData(schema);
        Append(hash, data.RowNumbers);
        hash.AppendData(data.Labels);
        Append(hash, data.Values);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<long> numbers)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
            hash.AppendData(bytes);
        }
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<double> values)
    {
        const int Chunk = 512;
        Span<byte> bytes = stackalloc byte[Chunk * sizeof(double)];
        while (!values.IsEmpty)
        {
            var count = Math.Min(Chunk, values.Length);
            for (var i = 0; i < count; i++)
                BinaryPrimitives.WriteDoubleLittleEndian(bytes[(i * sizeof(double))..], double.IsNaN(values[i]) ? double.NaN : values[i]);
            hash.AppendData(bytes[..(count * sizeof(double))]);
            values = values[count..];
        }
    }
}
