using System.Text;
using System.Text.Json;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.Storage;

namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>The registry's signed word that a release serves a version older than the one before it: a roll-back that stands in the journal, and no old version that somebody slips in.</summary>
/// <param name="Model">The model.</param>
/// <param name="Sequence">The release.</param>
/// <param name="Version">The oldest version that answers by it.</param>
/// <param name="Sha256">Of its artifact.</param>
public sealed record ReleasePermit(string Model, long Sequence, int Version, string Sha256)
{
    /// <summary>The oldest version that answers by a release: the champion, or a canary that is older.</summary>
    public static ModelReference Oldest(ReleaseChanged release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return release is { CanaryShare: not null, Shadow: { } canary } && canary.Version < release.Champion.Version ? canary : release.Champion;
    }

    /// <summary>The permit that a release wants.</summary>
    public static ReleasePermit Of(ReleaseChanged release)
    {
        var oldest = Oldest(release);
        return new ReleasePermit(release.Model, release.Sequence, oldest.Version, oldest.Sha256);
    }

    private const string PredicateType = "urn:monitoring-demo:older-version-serves:v1";

    /// <summary>Writes it, signed, beside the artifacts.</summary>
    public void Sign(IBlobStore blobs, ArtifactSigner signer)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        ArgumentNullException.ThrowIfNull(signer);
        blobs.Write(RegistryBlobs.Permit(Sequence), Encoding.UTF8.GetBytes(signer.Sign(Encoding.ASCII.GetBytes(Sha256), "release", PredicateType, this)), replace: true);
    }

    /// <summary>What the registry says of a release.</summary>
    /// <exception cref="FileNotFoundException">Nothing.</exception>
    /// <exception cref="InvalidSignatureException">It is not by a trusted key, or says something else.</exception>
    public static ReleasePermit Read(IBlobStore blobs, ArtifactVerifier verifier, long sequence)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        ArgumentNullException.ThrowIfNull(verifier);
        return verifier.PredicateOf(Encoding.UTF8.GetString(blobs.Read(RegistryBlobs.Permit(sequence))), PredicateType).Deserialize<ReleasePermit>(MessageJson.Options)
            ?? throw new InvalidSignatureException("The permit is empty.");
    }
}
