using System.Security.Cryptography;
using System.Text;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Register;

/// <summary>The registry's artifacts and signatures, named by the SHA-256 of the artifact.</summary>
internal sealed class SignedArtifacts(IBlobStore blobs, ArtifactSigner signer, ArtifactVerifier verifier, ModelSlot slot, IEnumerable<IModelFormat>? formats = null)
{
    private readonly IModelFormat[] _formats = [.. formats ?? []];
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
        Sign(artifact, sha256, new { registry = "monitoring-demo", model = slot.Model });
        return sha256;
    }

    /// <summary>Signs once more, now that the version has its record: with its number, the code that trained it, and its bill of materials by digest. The bill is kept.</summary>
    public void Attest(VersionRecord version, byte[] bill)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(bill));
        blobs.Write(RegistryBlobs.Bill(digest), bill);
        var bom = new { name = RegistryBlobs.Bill(digest), mediaType = "application/vnd.cyclonedx+json", digest = new { sha256 = digest } };
        Sign(RegisteredArtifact.Read(blobs, version.Sha256), version.Sha256, new { registry = "monitoring-demo", model = slot.Model, version = version.Version, code = version.CodeCommit, runtime = version.Runtime, bom });
    }

    private void Sign(byte[] artifact, string sha256, object predicate)
    {
        var envelope = signer.Sign(artifact, $"{sha256}.model", PredicateType, predicate);
        blobs.Write(RegistryBlobs.Envelope(sha256), Encoding.UTF8.GetBytes(envelope), replace: true);
        verifier.Verify(artifact, Encoding.UTF8.GetString(blobs.Read(RegistryBlobs.Envelope(sha256))));
    }

    public IModel Load(string sha256)
    {
        if (_models.TryGetValue(sha256, out var model)) return model;

        return _models[sha256] = ModelArtifact.Read(RegisteredArtifact.Read(blobs, sha256), _formats);
    }
}
