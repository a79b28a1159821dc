using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Inference.LoadModel;

/// <summary>Gets the artifacts of a release and their signatures from the registry, where <c>Inference:RegistryUrl</c> names it, into this service's own store, and keeps them there.</summary>
/// <remarks>Nothing that comes this way is trusted: <see cref="ArtifactStore"/> verifies it as it does a file.</remarks>
internal sealed class ArtifactFetcher(HttpClient http, IBlobStore kept, ArtifactVerifier verifier, IOptions<InferenceOptions> options, TimeProvider time, ILogger<ArtifactFetcher> logger)
{
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(30);

    /// <summary>Returns when all is here, or when the registry says that it has none: what is missing then is refused by whoever reads it. While the registry does not answer it is asked again.</summary>
    public async Task FetchAsync(IEnumerable<string> digests, CancellationToken cancellationToken)
    {
        if (options.Value.RegistryUrl is null) return;

        foreach (var sha256 in digests.Distinct().Where(digest => !IsKept(digest)))
        {
            var pause = TimeSpan.FromSeconds(1);
            while (!await TryAsync($"artifact {sha256}", [($"v1/artifacts/{sha256}", RegistryBlobs.Artifact(sha256)), ($"v1/artifacts/{sha256}/envelope", RegistryBlobs.Envelope(sha256))], pause, cancellationToken))
            {
                await Task.Delay(pause, time, cancellationToken);
                pause = pause < _longestPause / 2 ? 2 * pause : _longestPause;
            }
        }
    }

    /// <summary>Gets the permit of a release that goes back, in the same way.</summary>
    public async Task FetchPermitAsync(long sequence, CancellationToken cancellationToken)
    {
        if (options.Value.RegistryUrl is null) return;
        var pause = TimeSpan.FromSeconds(1);
        while (!await TryAsync(FormattableString.Invariant($"permit of release {sequence}"), [(FormattableString.Invariant($"v1/release/{sequence}/permit"), RegistryBlobs.Permit(sequence))], pause, cancellationToken))
        {
            await Task.Delay(pause, time, cancellationToken);
            pause = pause < _longestPause / 2 ? 2 * pause : _longestPause;
        }
    }

    /// <summary>What a release names.</summary>
    public static IEnumerable<string> Named(ReleaseChanged release) => release.Shadow is { } shadow ? [release.Champion.Sha256, shadow.Sha256] : [release.Champion.Sha256];

    /// <summary>Whole, unaltered and trusted; the registry may have signed it anew since. What is not a digest is refused elsewhere, and is asked of nobody.</summary>
    private bool IsKept(string sha256)
    {
        if (!RegistryBlobs.IsSha256(sha256)) return true;
        if (!kept.Exists(RegistryBlobs.Artifact(sha256)) || !kept.Exists(RegistryBlobs.Envelope(sha256))) return false;
        try
        {
            return verifier.Verify(kept.Read(RegistryBlobs.Artifact(sha256)), Encoding.UTF8.GetString(kept.Read(RegistryBlobs.Envelope(sha256)))).Sha256 == sha256;
        }
        catch (InvalidSignatureException e)
        {
            logger.LogInformation("The artifact {Sha256} that was kept is asked for anew: {Reason}", sha256, e.Message);
            return false;
        }
    }

    private async Task<bool> TryAsync(string what, (string From, string Name)[] parts, TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            // All of it, or nothing is kept.
            var bytes = new byte[parts.Length][];
            for (var part = 0; part < parts.Length; part++) bytes[part] = await http.GetByteArrayAsync(new Uri(parts[part].From, UriKind.Relative), cancellationToken);
            for (var part = 0; part < parts.Length; part++) kept.Write(parts[part].Name, bytes[part], replace: true);
            return true;
        }
        catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            logger.LogError("The registry at {Registry} holds no {What}", http.BaseAddress, what);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("The {What} does not come from the registry at {Registry}, it is asked again in {Pause}: {Reason}", what, http.BaseAddress, pause, e.Message);
            return false;
        }
    }
}
