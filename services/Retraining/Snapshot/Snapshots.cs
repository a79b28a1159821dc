using System.IO.Compression;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Snapshot;

/// <summary>The rows that a registered version was trained on, under the SHA-256 of the data set: the log may forget them, the registry must not.</summary>
public sealed class Snapshots(IBlobStore blobs)
{
    private const uint Magic = 0x31534452;

    /// <summary>Writes the rows, unless they are there.</summary>
    /// <returns>SHA-256 of the data set.</returns>
    public string Write(DataSet rows)
    {
        var sha256 = DataSetHash.Sha256(rows);
        var name = RegistryBlobs.Snapshot(sha256);
        if (blobs.Exists(name)) return sha256;

        using var buffer = new MemoryStream();
        using (var zipped = new BrotliStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new BinaryWriter(zipped))
        {
            var schema = SchemaJson.Write(rows.Schema);
            writer.Write(Magic);
            writer.Write(schema.Length);
            writer.Write(schema);
            writer.Write(rows.Count);
            foreach (var row in rows.RowNumbers) writer.Write(row);
            writer.Write(rows.Labels);
            foreach (var value in rows.Values) writer.Write(value);
        }

        blobs.Write(name, buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        return sha256;
    }

    /// <summary>Reads rows back and checks that they are the ones.</summary>
    public DataSet Read(string sha256)
    {
        using var zipped = new BrotliStream(new MemoryStream(blobs.Read(RegistryBlobs.Snapshot(sha256))), CompressionMode.Decompress);
        using var reader = new BinaryReader(zipped);
        if (reader.ReadUInt32() != Magic) throw new InvalidDataException($"The snapshot {sha256} is no snapshot.");
        var schema = SchemaJson.Read(reader.ReadBytes(reader.ReadInt32()));
        var numbers = new long[reader.ReadInt32()];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = reader.ReadInt64();
        var labels = reader.ReadBytes(numbers.Length);
        var values = new double[numbers.Length * schema.Count];
        for (var i = 0; i < values.Length; i++) values[i] = reader.ReadDouble();
        var rows = new DataSet(schema, values, labels, numbers);
        return DataSetHash.Sha256(rows) == sha256 ? rows : throw new InvalidDataException($"The snapshot {sha256} was altered: restore it from a copy.");
    }
}
