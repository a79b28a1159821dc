using System.Text;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Register;

/// <summary>The registry's artefacts and signatures, named by the SHA-256 of the artefact.</summary>
internal sealed class ArtefactStore(IBlobStore blobs, ArtifactSigner signer, ArtifactVerifier verifier)
{
    public const string PredicateType = "urn:monitoring-demo:model-registered:v1";
    private readonly Dictionary<string, IModel> _models = new(StringComparer.Ordinal);

    /// <summary>Writes the artefact, unless it is there.</summary>
    public string Write(byte[] artefact)
    {
        var sha256 = ModelArtifact.Sha256(artefact);
        blobs.Write(RegistryBlobs.Artefact(sha256), artefact);
        return sha256;
    }

    /// <summary>Writes artefact and signature, and reads the signature back as inference will.</summary>
    public string Sign(byte[] artefact)
    {
        var sha256 = Write(artefact);
        var envelope = signer.Sign(artefact, $"{sha256}.model", PredicateType, new { registry = "monitoring-demo" });
        blobs.Write(RegistryBlobs.Envelope(sha256), Encoding.UTF8.GetBytes(envelope), replace: true);
        verifier.Verify(artefact, Encoding.UTF8.GetString(blobs.Read(RegistryBlobs.Envelope(sha256))));
        return sha256;
    }

    public IModel Load(string sha256)
    {
        if (_models.TryGetValue(sha256, out var model)) return model;

        var artefact = blobs.Read(RegistryBlobs.Artefact(sha256));
        if (ModelArtifact.Sha256(artefact) != sha256)
            throw new InvalidModelArtifactException($"The artefact {sha256} in the registry was altered: restore it from a copy.");
        return _models[sha256] = ModelArtifact.Read(artefact);
    }
}
