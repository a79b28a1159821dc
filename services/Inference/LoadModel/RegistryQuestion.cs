using System.Net;
using MonitoringDemo.Inference.Serving;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.Inference.LoadModel;

/// <summary>Asks the registry what is to be served, and tells it who asks and what that one serves.</summary>
/// <param name="http">Its base address is the registry; without one nobody can be asked.</param>
/// <param name="replica">Who asks.</param>
/// <param name="log">Knows what it serves.</param>
internal sealed class RegistryQuestion(HttpClient http, Replica replica, ServingLog log)
{
    /// <summary>Whether there is a registry to ask.</summary>
    public bool CanAsk => replica.IsOneOfMany && http.BaseAddress is not null;

    /// <returns>Null before the first release.</returns>
    /// <exception cref="HttpRequestException">The registry does not answer, or refuses.</exception>
    public async Task<CurrentRelease?> AskAsync(CancellationToken cancellationToken)
    {
        var serves = log.Current?.Release.Sequence ?? 0;
        using var answer = await http.GetAsync(new Uri(FormattableString.Invariant($"v1/release?instance={Uri.EscapeDataString(replica.Instance)}&serves={serves}"), UriKind.Relative), cancellationToken);
        answer.EnsureSuccessStatusCode();
        return answer.StatusCode == HttpStatusCode.NoContent ? null : await answer.Content.ReadFromJsonAsync<CurrentRelease>(MessageJson.Options, cancellationToken);
    }
}
