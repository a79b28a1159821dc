using System.Text;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Register;

/// <summary>The registry's artifacts and signatures, named by the SHA-256 of the artifact.</summary>
internal sealed class SignedArtifacts(IBlobStore blobs, ArtifactSigner signer, ArtifactVerifier verifier, ModelSlot slot)
{
    public const string PredicateType = "urn:monitoring-demo:model-registered:v1";
    private readonly Dictionary<string, IModel> _models = new(StringComparer.Ordinal);

    /// <summary>Writes the artifact, unless it is there.</summary>
    public string Write(byte[] artifact)
    {
        var sha256 = ModelArtifact.Sha256(artifact);
        blobs.Write(RegistryBlobs.Artifact(sha256), artifact);
        return sha256;
    }

    /// <summary>Writes artifact and signature, and reads the signature back as inference will.</summary>
    public string Sign(byte[] artifact)
    {
        var sha256 = Write(artifact);
        var envelope = signer.Sign(artifact, $"{sha256}.model", PredicateType, new { registry = "monitoring-demo", model = slot.Model });
        blobs.Write(RegistryBlobs.Envelope(sha256), Encoding.UTF8.GetBytes(envelope), replace: true);
        verifier.Verify(artifact, Encoding.UTF8.GetString(blobs.Read(RegistryBlobs.Envelope(sha256))));
        return sha256;
    }

    public IModel Load(string sha256)
    {
        if (_models.TryGetValue(sha256, out var model)) return model;

        return _models[sha256] = ModelArtifact.Read(RegisteredArtifact.Read(blobs, sha256));
    }
}
