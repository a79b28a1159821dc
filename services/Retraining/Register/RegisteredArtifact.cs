using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Register;

/// <summary>Reads the artifacts of a registry, and none that was altered.</summary>
public static class RegisteredArtifact
{
    /// <summary>The bytes that were registered.</summary>
    /// <param name="blobs">The registry's.</param>
    /// <param name="sha256">Of the bytes.</param>
    /// <exception cref="FileNotFoundException">There are none.</exception>
    /// <exception cref="InvalidModelArtifactException">They are others.</exception>
    public static byte[] Read(IBlobStore blobs, string sha256)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        var artifact = blobs.Read(RegistryBlobs.Artifact(sha256));
        return ModelArtifact.Sha256(artifact) == sha256 ? artifact : throw new InvalidModelArtifactException($"The artifact {sha256} in the registry was altered: restore it from a copy.");
    }
}
