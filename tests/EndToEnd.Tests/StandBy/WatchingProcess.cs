using System.Net.Http.Json;
using System.Text.Json;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests.StandBy;

/// <summary>One of several processes of drift detection.</summary>
internal sealed class WatchingProcess(string name, string data, int brokerPort, string database) : StandByProcess("DriftDetection", "drift-detection", name, data, brokerPort, database)
{
    /// <summary>Waits until it has seen every row before this one.</summary>
    public Task<WatchingProcess> HasSeenAsync(long row, CancellationToken cancellationToken) => Eventually.Get(
        async token => await SeesAsync(row, token) ? this : null, TimeSpan.FromSeconds(120), $"{Name} has seen row {row}", cancellationToken);

    /// <summary>Whether it is the one that works, and has seen every row before this one.</summary>
    public async Task<bool> SeesAsync(long row, CancellationToken cancellationToken)
    {
        using var answer = await Http.GetAsync(new Uri("/v1/drift", UriKind.Relative), cancellationToken);
        return answer.IsSuccessStatusCode && (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("row").GetInt64() >= row;
    }
}
