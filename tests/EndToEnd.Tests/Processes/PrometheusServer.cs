using System.Text.Json;

namespace MonitoringDemo.EndToEnd.Tests.Processes;

/// <summary>A Prometheus of the test's own that scrapes one target every second.</summary>
internal sealed class PrometheusServer : IAsyncDisposable
{
    private readonly RunningProcess _process;
    private readonly TemporaryDirectory _directory;
    private readonly HttpClient _http;

    private PrometheusServer(RunningProcess process, TemporaryDirectory directory, HttpClient http) =>
        (_process, _directory, _http) = (process, directory, http);

    public static async Task<PrometheusServer> StartAsync(string target, CancellationToken cancellationToken)
    {
        var program = Binary.Need("prometheus");
        var directory = new TemporaryDirectory();
        var port = FreePort.Next();
        await File.WriteAllTextAsync(
            directory.PathOf("prometheus.yml"),
            $"""
             global:
               scrape_interval: 1s
             scrape_configs:
               - job_name: monitoringdemo
                 static_configs:
                   - targets: ["{target}"]
             """,
            cancellationToken);
        var process = RunningProcess.Start(program,
        [
            $"--config.file={directory.PathOf("prometheus.yml")}",
            $"--storage.tsdb.path={directory.PathOf("data")}",
            $"--web.listen-address=127.0.0.1:{port}",
            "--enable-feature=exemplar-storage",
        ]);
        var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var server = new PrometheusServer(process, directory, http);
        await Eventually.Get(async token => (await http.GetAsync("/-/ready", token)).IsSuccessStatusCode ? "ready" : null, TimeSpan.FromSeconds(30), "Prometheus is ready", cancellationToken);
        return server;
    }

    /// <summary>How many series an instant query returns.</summary>
    public async Task<int> CountAsync(string query, CancellationToken cancellationToken) =>
        (await DataAsync("/api/v1/query?query=", query, cancellationToken)).GetProperty("result").GetArrayLength();

    /// <summary>The type of every family that was scraped.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TypesAsync(CancellationToken cancellationToken) =>
        (await DataAsync("/api/v1/metadata", "", cancellationToken)).EnumerateObject().ToDictionary(
            family => family.Name,
            family => family.Value.EnumerateArray().ShouldHaveSingleItem().GetProperty("type").GetString()!);

    /// <summary>The trace ids of the exemplars that are kept for the series of a query.</summary>
    public async Task<IReadOnlyList<string>> ExemplarsAsync(string query, CancellationToken cancellationToken) =>
        [.. (await DataAsync("/api/v1/query_exemplars?query=", query, cancellationToken)).EnumerateArray()
            .SelectMany(series => series.GetProperty("exemplars").EnumerateArray())
            .Select(exemplar => exemplar.GetProperty("labels").GetProperty("trace_id").GetString()!)];

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
        _directory.Dispose();
    }

    private async Task<JsonElement> DataAsync(string path, string query, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(path + Uri.EscapeDataString(query), cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue($"{query}: {body}");
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("data").Clone();
    }
}
