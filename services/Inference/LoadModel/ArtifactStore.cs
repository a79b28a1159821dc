using System.Text;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Inference.LoadModel;

/// <summary>Reads artifacts of the registry and trusts none that is not signed.</summary>
internal sealed class ArtifactStore(IBlobStore blobs, DataDirectory data, ArtifactVerifier verifier)
{
    /// <exception cref="ModelRefusedException">It is missing, unsigned, altered or no model.</exception>
    /// <exception cref="StoreUnavailableException">Whether it is cannot be said now.</exception>
    public IModel Read(ModelReference reference)
    {
        var (version, sha256) = (reference.Version, reference.Sha256);
        // The name comes from a message.
        if (!RegistryBlobs.IsSha256(sha256))
            throw new ModelRefusedException(version, $"Version {version} names its artifact '{sha256}', which is no SHA-256 in lower-case hexadecimal.");

        try
        {
            var bytes = blobs.Read(RegistryBlobs.Artifact(sha256));
            var verified = verifier.Verify(bytes, Encoding.UTF8.GetString(blobs.Read(RegistryBlobs.Envelope(sha256))));
            if (verified.Sha256 != sha256)
                throw new ModelRefusedException(version, $"The artifact of version {version} has the SHA-256 {verified.Sha256} instead of {sha256}. Restore the file, or train again.");

            return ModelArtifact.Read(bytes);
        }
        catch (Exception e) when (e is not StoreUnavailableException && e is IOException or UnauthorizedAccessException or InvalidSignatureException or InvalidModelArtifactException)
        {
            throw new ModelRefusedException(version, $"The artifact of version {version} ({sha256[..12]}…) cannot be served: {Plain(e)} Restore the file and its signature, or train again.", e);
        }
    }

    // No absolute path leaves the service.
    private string Plain(Exception e) => e is FileNotFoundException missing
        ? $"'{Path.GetFileName(missing.FileName)}' is missing."
        : e.Message.Replace(data.Root, "", StringComparison.Ordinal);
}
