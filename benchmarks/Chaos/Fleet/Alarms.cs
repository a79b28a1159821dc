using System.Globalization;
using System.Text.Json;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.Chaos.Fleet;

/// <summary>A Prometheus with the repository's rules that scrapes the fleet: what it would tell an operator.</summary>
internal sealed class Alarms : IDisposable
{
    private readonly HttpClient _http;
    private readonly StruckProcess _process;

    private Alarms(StruckProcess process, Uri address) => (_process, _http) = (process, new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(2) });

    /// <param name="folder">Its own.</param>
    /// <param name="root">The repository.</param>
    /// <param name="targets">Each service's name and address.</param>
    /// <returns>Null where Prometheus is not installed.</returns>
    public static Alarms? TryStart(string folder, string root, IEnumerable<KeyValuePair<string, Uri>> targets)
    {
        if (!File.Exists("/usr/bin/prometheus")) return null;
        Directory.CreateDirectory(folder);
        var port = FreePort.Next();
        var configuration = Path.Combine(folder, "prometheus.yml");
        var services = targets.Select(target => FormattableString.Invariant($"      - targets: ['127.0.0.1:{target.Value.Port}']\n        labels: {{ service: {target.Key} }}"));
        File.WriteAllText(configuration, $"global: {{ scrape_interval: 2s, scrape_timeout: 2s, evaluation_interval: 2s }}\nrule_files: ['{root}/deploy/prometheus/rules/*.yml']\nscrape_configs:\n  - job_name: services\n    static_configs:\n{string.Join('\n', services)}\n");
        string[] arguments = [$"--config.file={configuration}", $"--storage.tsdb.path={Path.Combine(folder, "data")}", FormattableString.Invariant($"--web.listen-address=127.0.0.1:{port}")];
        var process = new StruckProcess("prometheus", "/usr/bin/prometheus", arguments, new Dictionary<string, string>(), Path.Combine(folder, "output.log"));
        process.Start();
        return new Alarms(process, new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}")));
    }

    /// <summary>The alerts whose condition has come to hold since then and holds: some have to hold for minutes before somebody is called.</summary>
    public async Task<IReadOnlyList<string>> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        try
        {
            using var json = JsonDocument.Parse(await _http.GetStringAsync(new Uri("/api/v1/alerts", UriKind.Relative), cancellationToken));
            return [.. json.RootElement.GetProperty("data").GetProperty("alerts").EnumerateArray()
                .Where(alert => DateTimeOffset.Parse(alert.GetProperty("activeAt").GetString()!, CultureInfo.InvariantCulture) >= since)
                .Select(alert => alert.GetProperty("labels").GetProperty("alertname").GetString()!)
                .Where(name => name != "Watchdog").Distinct()];
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // It has too much to do, or has not started yet.
            return [];
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _process.Dispose();
    }
}
