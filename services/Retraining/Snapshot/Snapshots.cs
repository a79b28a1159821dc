using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Snapshot;

/// <summary>The rows that a registered version was trained on, under the SHA-256 of the data set: the log may forget them, the registry must not.</summary>
/// <remarks>A Parquet file each. Earlier builds wrote a format of their own (<c>.rows</c>), which is still read.</remarks>
public sealed class Snapshots(IBlobStore blobs)
{
    /// <summary>Writes the rows, unless they are there.</summary>
    /// <returns>SHA-256 of the data set.</returns>
    public string Write(DataSet rows)
    {
        var sha256 = DataSetHash.Sha256(rows);
        // Into memory: nothing is waited for.
        if (!blobs.Exists(RegistryBlobs.Snapshot(sha256))) blobs.Write(RegistryBlobs.Snapshot(sha256), ParquetSnapshot.WriteAsync(rows).GetAwaiter().GetResult());
        return sha256;
    }

    /// <summary>Reads rows back and checks that they are the ones.</summary>
    /// <exception cref="InvalidDataException">They are not.</exception>
    public DataSet Read(string sha256)
    {
        var isFormer = !blobs.Exists(RegistryBlobs.Snapshot(sha256));
        var file = blobs.Read(isFormer ? RegistryBlobs.FormerSnapshot(sha256) : RegistryBlobs.Snapshot(sha256));
        var rows = Parse(file, isFormer, sha256);
        return DataSetHash.Sha256(rows) == sha256 ? rows : throw new InvalidDataException($"The snapshot {sha256} was altered: restore it from a copy.");
    }

    private static DataSet Parse(byte[] file, bool isFormer, string sha256)
    {
        try
        {
            return isFormer ? FormerRows.Read(file) : ParquetSnapshot.ReadAsync(file).GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            // The libraries underneath say it in many ways.
            throw new InvalidDataException($"The snapshot {sha256} is damaged ({e.Message}): restore it from a copy.", e);
        }
    }
}
