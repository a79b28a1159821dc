using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Audit;

/// <summary>What a registry keeps of a version beside its record.</summary>
internal static class RecordedParts
{
    /// <summary>The rows that it was trained on.</summary>
    /// <exception cref="AuditException">They are not there, or are others.</exception>
    public static DataSet Rows(VersionRecord version, IBlobStore blobs)
    {
        try
        {
            return new Snapshots(blobs).Read(version.RowsSha256);
        }
        catch (FileNotFoundException e)
        {
            throw new AuditException($"The rows that version {version.Version} was trained on are not there: the registry has no snapshot {version.RowsSha256}.", e);
        }
        catch (InvalidDataException e)
        {
            throw new AuditException($"The rows that version {version.Version} was trained on: {e.Message}", e);
        }
    }

    /// <summary>The model that was registered.</summary>
    /// <exception cref="AuditException">It is not there, or is another.</exception>
    public static IModel Model(VersionRecord version, IBlobStore blobs)
    {
        try
        {
            return ModelArtifact.Read(RegisteredArtifact.Read(blobs, version.Sha256));
        }
        catch (FileNotFoundException e)
        {
            throw new AuditException($"The artifact of version {version.Version} is not there: the registry has no artifact {version.Sha256}.", e);
        }
        catch (InvalidModelArtifactException e)
        {
            throw new AuditException($"Version {version.Version}: {e.Message}", e);
        }
    }
}
