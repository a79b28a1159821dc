using System.Text.Json;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Inference.LoadModel;

/// <summary>Refuses versions that are older than is allowed: a version that was good once is signed for ever, and may be no good today.</summary>
internal sealed class DowngradeCheck(SigningOptions signing, IBlobStore blobs, ArtifactVerifier verifier)
{
    /// <summary>Whether a release is served only with the registry's permit.</summary>
    public bool NeedsPermit(ReleaseChanged release, int? served) => signing.DowngradesNeedPermit && served is { } now && ReleasePermit.Oldest(release).Version < now;

    /// <exception cref="ModelRefusedException">It is older, and nothing allows it.</exception>
    public void Pass(ReleaseChanged release, int? served)
    {
        var version = ReleasePermit.Oldest(release).Version;
        if (version < signing.OldestVersion)
            throw new ModelRefusedException(version, FormattableString.Invariant($"Version {version} is older than version {signing.OldestVersion}, the oldest that Signing:OldestVersion allows."));
        if (!NeedsPermit(release, served)) return;

        var why = FormattableString.Invariant($"Version {version} is older than version {served}, which serves, and release {release.Sequence} is not permitted to go back");
        try
        {
            if (ReleasePermit.Read(blobs, verifier, release.Sequence) != ReleasePermit.Of(release))
                throw new ModelRefusedException(version, $"{why}: the registry's permit names another version.");
        }
        catch (FileNotFoundException e)
        {
            throw new ModelRefusedException(version, $"{why}: the registry signed no permit for it.", e);
        }
        catch (Exception e) when (e is InvalidSignatureException or JsonException)
        {
            throw new ModelRefusedException(version, $"{why}: {e.Message}", e);
        }
    }
}
