using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Options;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Inference.LoadModel;

/// <summary>Reads artifacts of the registry and trusts none that is not signed for this model.</summary>
internal sealed class ArtifactStore(IBlobStore blobs, DataDirectory data, ArtifactVerifier verifier, IOptions<InferenceOptions> options, IEnumerable<IModelFormat>? formats = null)
{
    private readonly IModelFormat[] _formats = [.. formats ?? []];
    private readonly ConcurrentDictionary<string, string> _signedBy = new(StringComparer.Ordinal);

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

            // Versions from before it was stated name no model.
            if (verified.Predicate.TryGetProperty("model", out var model) && model.GetString() is { } name && name != options.Value.Model)
                throw new ModelRefusedException(version, $"The artifact of version {version} ({sha256[..12]}…) was signed for the model '{name}', and '{options.Value.Model}' is served here. Restore the file, or train again.");

            _signedBy[sha256] = verified.KeyId;
            return ModelArtifact.Read(bytes, _formats);
        }
        catch (Exception e) when (e is not StoreUnavailableException && e is IOException or UnauthorizedAccessException or InvalidSignatureException or InvalidModelArtifactException)
        {
            throw new ModelRefusedException(version, $"The artifact of version {version} ({sha256[..12]}…) cannot be served: {Plain(e)} Restore the file and its signature, or train again.", e);
        }
    }

    /// <summary>Asks once more of what was read before: it may have been revoked since.</summary>
    /// <exception cref="ModelRefusedException">It was.</exception>
    public void ThrowIfRevoked(ModelReference reference)
    {
        if (!_signedBy.TryGetValue(reference.Sha256, out var keyId)) return;
        try
        {
            verifier.ThrowIfRevoked(reference.Sha256, keyId);
        }
        catch (InvalidSignatureException e)
        {
            throw new ModelRefusedException(reference.Version, $"The artifact of version {reference.Version} ({reference.Sha256[..12]}…) cannot be served any more: {Plain(e)}", e);
        }
    }

    // No absolute path leaves the service.
    private string Plain(Exception e) => e is FileNotFoundException missing
        ? $"'{Path.GetFileName(missing.FileName)}' is missing."
        : e.Message.Replace(data.Root, "", StringComparison.Ordinal);
}
