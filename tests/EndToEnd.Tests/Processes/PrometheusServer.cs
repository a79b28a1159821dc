using System.Globalization;
using System.Text.Json;

namespace MonitoringDemo.EndToEnd.Tests.Processes;

/// <summary>A Prometheus of the test's own that scrapes every second.</summary>
internal sealed class PrometheusServer : IAsyncDisposable
{
    private readonly RunningProcess _process;
    private readonly TemporaryDirectory _directory;
    private readonly HttpClient _http;

    private PrometheusServer(RunningProcess process, TemporaryDirectory directory, HttpClient http) =>
        (_process, _directory, _http) = (process, directory, http);

    /// <param name="targets">What it scrapes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="alertmanager">Where it sends what its rules raise; null for nowhere.</param>
    /// <param name="blocks">A directory with a history; null to begin without.</param>
    public static async Task<PrometheusServer> StartAsync(IEnumerable<string> targets, CancellationToken cancellationToken, string? alertmanager = null, string? blocks = null)
    {
        var program = Binary.Need("prometheus");
        var directory = new TemporaryDirectory();
        var port = FreePort.Next();
        await File.WriteAllTextAsync(
            directory.PathOf("prometheus.yml"),
            $"""
             global:
               scrape_interval: 1s
               evaluation_interval: 1s
             rule_files: ["{Path.Combine(Checkout.Root, "deploy", "prometheus", "rules")}/*.yml"]
             alerting:
               alertmanagers: [{Targets(alertmanager)}]
             scrape_configs:
               - job_name: monitoringdemo
                 static_configs:
                   - targets: [{string.Join(", ", targets.Select(target => $"'{target}'"))}]
             """,
            cancellationToken);
        var process = RunningProcess.Start(program,
        [
            $"--config.file={directory.PathOf("prometheus.yml")}",
            $"--storage.tsdb.path={blocks ?? directory.PathOf("data")}",
            $"--web.listen-address=127.0.0.1:{port}",
            "--enable-feature=exemplar-storage",
            // What fires before the Alertmanager is found is sent again after this time.
            "--rules.alert.resend-delay=1s",
        ]);
        var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var server = new PrometheusServer(process, directory, http);
        await Eventually.Get(async token => (await http.GetAsync("/-/ready", token)).IsSuccessStatusCode ? "ready" : null, TimeSpan.FromSeconds(30), "Prometheus is ready", cancellationToken);
        return server;
    }

    /// <summary>How many series an instant query returns.</summary>
    public async Task<int> CountAsync(string query, CancellationToken cancellationToken) =>
        (await DataAsync("/api/v1/query?query=", query, cancellationToken)).GetProperty("result").GetArrayLength();

    /// <summary>What an instant query returns: the labels of each series, and its value.</summary>
    public async Task<IReadOnlyList<(IReadOnlyDictionary<string, string> Labels, double Value)>> SeriesAsync(string query, CancellationToken cancellationToken, string? at = null) =>
        [.. (await DataAsync(at is null ? "/api/v1/query?query=" : $"/api/v1/query?time={at}&query=", query, cancellationToken)).GetProperty("result").EnumerateArray().Select(series => (
            (IReadOnlyDictionary<string, string>)series.GetProperty("metric").EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString()!),
            double.Parse(series.GetProperty("value")[1].GetString()!.Replace("Inf", "Infinity", StringComparison.Ordinal), CultureInfo.InvariantCulture)))];

    /// <summary>Each rule that it evaluates, and <c>ok</c> or what is wrong with it.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RulesAsync(CancellationToken cancellationToken) =>
        (await DataAsync("/api/v1/rules", "", cancellationToken)).GetProperty("groups").EnumerateArray().SelectMany(group => group.GetProperty("rules").EnumerateArray())
            .ToDictionary(rule => rule.GetProperty("name").GetString()!, rule => rule.TryGetProperty("lastError", out var error) ? error.GetString()! : rule.GetProperty("health").GetString()!);

    /// <summary>The type of every family that was scraped: one, whichever process it is of.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TypesAsync(CancellationToken cancellationToken) =>
        (await DataAsync("/api/v1/metadata", "", cancellationToken)).EnumerateObject().ToDictionary(
            family => family.Name,
            family => family.Value.EnumerateArray().Select(each => each.GetProperty("type").GetString()!).Distinct().ShouldHaveSingleItem());

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

    private static string Targets(string? address) => address is null ? "" : $"{{ static_configs: [{{ targets: ['{address}'] }}] }}";

    private async Task<JsonElement> DataAsync(string path, string query, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(path + Uri.EscapeDataString(query), cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue($"{query}: {body}");
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("data").Clone();
    }
}
