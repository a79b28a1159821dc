using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace MonitoringDemo.EndToEnd.Tests.Processes;

/// <summary>The demo as a user starts it, on a port and a data directory of its own.</summary>
internal sealed class LiveDemo : IAsyncDisposable
{
    private LiveDemo(RunningProcess process, Uri address) =>
        (Process, Http) = (process, new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) });

    public RunningProcess Process { get; }

    public HttpClient Http { get; }

    public static async Task<LiveDemo> StartAsync(
        string dataDirectory,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string?>? environment = null,
        int? port = null)
    {
        var address = new Uri($"http://127.0.0.1:{port ?? FreePort.Next()}");
        var process = RunningProcess.StartService("Demo", ["--urls", address.ToString().TrimEnd('/'), "--data", dataDirectory], environment);
        var demo = new LiveDemo(process, address);
        if (environment?.GetValueOrDefault("MONITORINGDEMO_TOKEN") is { } token) demo.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        await demo.ReadyAsync(cancellationToken);
        return demo;
    }

    public async Task PaceAsync(double songsPerSecond, CancellationToken cancellationToken)
    {
        using var response = await Http.PostAsJsonAsync("/v1/control/pace", new { songsPerSecond }, cancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue();
    }

    public async Task StartScenarioAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await Http.PostAsJsonAsync("/v1/control/scenario", new { id }, cancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue();
    }

    /// <summary>Stops the traffic and waits until the last song has been answered.</summary>
    public async Task PauseAsync(CancellationToken cancellationToken)
    {
        await PaceAsync(0, cancellationToken);
        long? before = null;
        await Eventually.Get(
            async token =>
            {
                var traffic = await Http.GetFromJsonAsync<JsonElement>("/v1/traffic", token);
                var row = traffic.GetProperty("row").GetInt64();
                var still = row == before && traffic.GetProperty("songsPerSecond").GetDouble() == 0;
                before = row;
                return still ? "still" : null;
            },
            TimeSpan.FromSeconds(20),
            "The traffic stops",
            cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Process.DisposeAsync();
    }

    private async Task ReadyAsync(CancellationToken cancellationToken) =>
        await Eventually.Get(
            async token => Process.HasExited
                ? throw new InvalidOperationException($"The demo stopped:\n{Process.Output}")
                : (await Http.GetAsync("/health/ready", token)).IsSuccessStatusCode ? "ready" : null,
            TimeSpan.FromSeconds(60),
            "The demo is ready",
            cancellationToken);
}
