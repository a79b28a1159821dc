using System.Net;
using Microsoft.Extensions.Options;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Inference.LoadModel;

/// <summary>Gets the artifacts of a release and their signatures from the registry, where <c>Inference:RegistryUrl</c> names it, into this service's own store, and keeps them there.</summary>
/// <remarks>Nothing that comes this way is trusted: <see cref="ArtifactStore"/> verifies it as it does a file.</remarks>
internal sealed class ArtifactFetcher(HttpClient http, IBlobStore kept, IOptions<InferenceOptions> options, TimeProvider time, ILogger<ArtifactFetcher> logger)
{
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(30);

    /// <summary>Returns when all is here, or when the registry says that it has none: what is missing then is refused by whoever reads it. While the registry does not answer it is asked again.</summary>
    public async Task FetchAsync(IEnumerable<string> digests, CancellationToken cancellationToken)
    {
        if (options.Value.RegistryUrl is null) return;

        foreach (var sha256 in digests.Distinct().Where(digest => !IsKept(digest)))
        {
            var pause = TimeSpan.FromSeconds(1);
            while (!await TryAsync(sha256, pause, cancellationToken))
            {
                await Task.Delay(pause, time, cancellationToken);
                pause = pause < _longestPause / 2 ? 2 * pause : _longestPause;
            }
        }
    }

    /// <summary>What a release names.</summary>
    public static IEnumerable<string> Named(ReleaseChanged release) => release.Shadow is { } shadow ? [release.Champion.Sha256, shadow.Sha256] : [release.Champion.Sha256];

    /// <summary>Whole and unaltered; what is not a digest is refused elsewhere, and is asked of nobody.</summary>
    private bool IsKept(string sha256)
    {
        if (!RegistryBlobs.IsSha256(sha256)) return true;
        var artifact = RegistryBlobs.Artifact(sha256);
        return kept.Exists(artifact) && kept.Exists(RegistryBlobs.Envelope(sha256)) && ModelArtifact.Sha256(kept.Read(artifact)) == sha256;
    }

    private async Task<bool> TryAsync(string sha256, TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            var artifact = await http.GetByteArrayAsync(new Uri($"v1/artifacts/{sha256}", UriKind.Relative), cancellationToken);
            var envelope = await http.GetByteArrayAsync(new Uri($"v1/artifacts/{sha256}/envelope", UriKind.Relative), cancellationToken);
            kept.Write(RegistryBlobs.Artifact(sha256), artifact, replace: true);
            kept.Write(RegistryBlobs.Envelope(sha256), envelope, replace: true);
            return true;
        }
        catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            logger.LogError("The registry at {Registry} holds no artifact {Sha256}", http.BaseAddress, sha256);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("The artifact {Sha256} does not come from the registry at {Registry}, it is asked again in {Pause}: {Reason}", sha256, http.BaseAddress, pause, e.Message);
            return false;
        }
    }
}
