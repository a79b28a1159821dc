using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Retraining.Register;

/// <summary>The registry's files: artefacts and signatures, named by the SHA-256 of the artefact. A file that stands is whole.</summary>
internal sealed class ArtefactStore(DataDirectory data, ArtifactSigner signer, ArtifactVerifier verifier)
{
    public const string PredicateType = "urn:monitoring-demo:model-registered:v1";
    private readonly Dictionary<string, IModel> _models = new(StringComparer.Ordinal);

    /// <summary>Writes the artefact, unless it is there.</summary>
    public string Write(byte[] artefact)
    {
        var sha256 = ModelArtifact.Sha256(artefact);
        WriteWhole(PathOf(sha256, ".model"), artefact, replace: false);
        return sha256;
    }

    /// <summary>Writes artefact and signature, and reads the signature back as inference will.</summary>
    public string Sign(byte[] artefact)
    {
        var sha256 = Write(artefact);
        var envelope = signer.Sign(artefact, $"{sha256}.model", PredicateType, new { registry = "monitoring-demo" });
        WriteWhole(PathOf(sha256, ".dsse.json"), System.Text.Encoding.UTF8.GetBytes(envelope), replace: true);
        verifier.Verify(artefact, File.ReadAllText(PathOf(sha256, ".dsse.json")));
        return sha256;
    }

    public IModel Load(string sha256)
    {
        if (_models.TryGetValue(sha256, out var model)) return model;

        var artefact = File.ReadAllBytes(PathOf(sha256, ".model"));
        if (ModelArtifact.Sha256(artefact) != sha256)
            throw new InvalidModelArtifactException($"The artefact {sha256} in the registry was altered: restore it from a copy.");
        return _models[sha256] = ModelArtifact.Read(artefact);
    }

    public static void WriteWhole(string path, byte[] bytes, bool replace)
    {
        if (!replace && File.Exists(path)) return;
        File.WriteAllBytes(path + ".new", bytes);
        File.Move(path + ".new", path, overwrite: true);
    }

    private string PathOf(string sha256, string ending) => data.PathOf("registry", "artefacts", sha256 + ending);
}
