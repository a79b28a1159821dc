using System.Text;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Demo.CommandLine.Keys;

/// <summary>The keys of a data directory, and what they signed.</summary>
internal sealed class KeysOf
{
    private readonly IBlobStore _blobs;
    private readonly ArtifactVerifier _verifier;
    private readonly ArtifactSigner _signer;

    private KeysOf(DataDirectory data, IReadOnlyList<ModelView> models)
    {
        (Ring, _blobs, _verifier, _signer) = (new KeyRing(data), Stores.Blobs(data), new ArtifactVerifier(data), new ArtifactSigner(data));
        Versions = [.. models.Select(model => new SignedVersion(model.Version, model.Sha256, SignedBy(model.Sha256), model.Role is "champion" or "challenger"))];
    }

    public KeyRing Ring { get; }

    public IReadOnlyList<SignedVersion> Versions { get; }

    public static KeysOf Read(DataDirectory data) => new(data, RegistryReader.Read(Stores.Journal(data)));

    /// <summary>Signs anew what a trusted key signed: the same statements, by the key that signs now.</summary>
    /// <returns>How many.</returns>
    public int Resign()
    {
        var current = Ring.Keys.Single(key => key.Signs).Id;
        var signed = 0;
        foreach (var version in Versions.Where(version => version.KeyId is not null && version.KeyId != current).DistinctBy(version => version.Sha256))
        {
            var artifact = _blobs.Read(RegistryBlobs.Artifact(version.Sha256));
            var verified = _verifier.Verify(artifact, Text(RegistryBlobs.Envelope(version.Sha256)));
            _blobs.Write(RegistryBlobs.Envelope(version.Sha256), Encoding.UTF8.GetBytes(_signer.Sign(artifact, verified.Name, verified.PredicateType, verified.Predicate)), replace: true);
            signed++;
        }

        return signed + (JournalHeads.Resign(_blobs, _verifier, _signer) ? 1 : 0);
    }

    private string? SignedBy(string sha256)
    {
        if (!_blobs.Exists(RegistryBlobs.Envelope(sha256)) || !_blobs.Exists(RegistryBlobs.Artifact(sha256))) return null;
        try
        {
            return _verifier.Verify(_blobs.Read(RegistryBlobs.Artifact(sha256)), Text(RegistryBlobs.Envelope(sha256))).KeyId;
        }
        catch (InvalidSignatureException)
        {
            // Not trusted: no key is shown for it. 'models verify' says what is wrong.
            return null;
        }
    }

    private string Text(string blob) => Encoding.UTF8.GetString(_blobs.Read(blob));
}
