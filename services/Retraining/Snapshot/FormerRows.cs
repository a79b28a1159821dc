using System.IO.Compression;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Snapshot;

/// <summary>Snapshots as builds before Parquet wrote them: only read, never written.</summary>
internal static class FormerRows
{
    private const uint Magic = 0x31534452;

    /// <exception cref="InvalidDataException">The bytes are no such file.</exception>
    public static DataSet Read(byte[] file)
    {
        using var zipped = new BrotliStream(new MemoryStream(file), CompressionMode.Decompress);
        using var reader = new BinaryReader(zipped);
        if (reader.ReadUInt32() != Magic) throw new InvalidDataException("The file is no snapshot.");
        var schema = SchemaJson.Read(reader.ReadBytes(reader.ReadInt32()));
        var numbers = new long[reader.ReadInt32()];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = reader.ReadInt64();
        var labels = reader.ReadBytes(numbers.Length);
        var values = new double[numbers.Length * schema.Count];
        for (var i = 0; i < values.Length; i++) values[i] = reader.ReadDouble();
        return new DataSet(schema, values, labels, numbers);
    }
}
