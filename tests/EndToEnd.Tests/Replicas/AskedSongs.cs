using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace MonitoringDemo.EndToEnd.Tests.Replicas;

/// <summary>A caller that asks for one song after the other, each under a name of its own, and keeps what was answered.</summary>
internal sealed class AskedSongs(Uri balancer) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = balancer, Timeout = TimeSpan.FromSeconds(240) };

    /// <summary>The prediction id of each request that was answered.</summary>
    public Dictionary<string, string> Answered { get; } = [];

    /// <summary>Those whose outcome was reported.</summary>
    public List<string> Reported { get; } = [];

    public List<string> Failed { get; } = [];

    /// <summary>Asks until it is told to stop; every second song's outcome is reported, to whichever service comes next.</summary>
    public async Task AskAsync(CancellationToken stop, CancellationToken cancellationToken)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"asked-{i}");
            using var answer = await _http.PostAsJsonAsync("v1/predictions", new { requestId = name, instance = Song(i) }, cancellationToken);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                Failed.Add($"{name}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellationToken)}");
                continue;
            }

            var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("predictions")[0].GetProperty("id").GetString()!;
            Answered[name] = id;
            if (i % 2 != 0) continue;
            using var reported = await _http.PostAsJsonAsync("v1/outcomes", new { outcomes = new[] { new { id, label = 1 } } }, cancellationToken);
            if (reported.IsSuccessStatusCode) Reported.Add(name);
            else Failed.Add($"outcome of {name}: {reported.StatusCode} {await reported.Content.ReadAsStringAsync(cancellationToken)}");
        }
    }

    public void Dispose() => _http.Dispose();

    private static Dictionary<string, object> Song(int i) => new()
    {
        ["danceability"] = 0.7,
        ["energy"] = 0.8,
        ["loudness"] = -6.1,
        ["speechiness"] = 0.05,
        ["acousticness"] = 0.1,
        ["instrumentalness"] = 0,
        ["liveness"] = 0.1,
        ["valence"] = 0.8,
        ["tempo"] = 100 + (i / 1000.0),
        ["duration_ms"] = 201_000,
        ["key"] = 5,
        ["mode"] = 1,
        ["time_signature"] = 4,
    };
}
