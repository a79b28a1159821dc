using System.Net.Http.Json;
using System.Text.Json;

namespace MonitoringDemo.EndToEnd.Tests.StandBy;

/// <summary>One of several processes of retraining; it trains and releases what was asked for: no challenger, and no model again as its rows double.</summary>
internal sealed class DecidingProcess(string name, string data, int brokerPort, string database, string signingKey)
    : StandByProcess("Retraining", "retraining", name, data, brokerPort, database, ("Signing__PrivateKey_FILE", signingKey), ("Retraining__ChallengerMargin", "0.5"), ("Retraining__MaxRefits", "0"))
{
    /// <summary>The release in force, as a process that serves is told; 0 before the first.</summary>
    public async Task<long> ReleaseAsync(CancellationToken cancellationToken)
    {
        using var answer = await Http.GetAsync(new Uri("/v1/release", UriKind.Relative), cancellationToken);
        return answer.StatusCode == System.Net.HttpStatusCode.OK ? (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("release").GetProperty("sequence").GetInt64() : 0;
    }
}
