using System.Net.Http.Json;
using System.Text.Json;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests.StandBy;

/// <summary>One of several processes of drift detection, on a data directory of its own, over a broker and a database that are common to them.</summary>
internal sealed class WatchingProcess : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly Dictionary<string, string?> _environment;
    private RunningProcess _process;

    public WatchingProcess(string name, string data, int brokerPort, string database)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        (Name, Data) = (name, data);
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        _environment = new Dictionary<string, string?>
        {
            ["ASPNETCORE_URLS"] = address.ToString(),
            ["Data__Directory"] = data,
            ["ConnectionStrings__RabbitMQ"] = $"amqp://guest:guest@127.0.0.1:{brokerPort}/",
            ["ConnectionStrings__Registry"] = database,
            ["Log__Stream"] = "true",
        };
        _process = RunningProcess.StartService("DriftDetection", [], _environment);
    }

    public string Name { get; }

    public string Data { get; }

    public string Output => _process.Output;

    public Task KillAsync(CancellationToken cancellationToken) => _process.KillAsync(cancellationToken);

    /// <summary>Asks it to stop, as an orchestrator does.</summary>
    public void Stop() => _process.Interrupt();

    public void Freeze() => _process.Freeze();

    public void Thaw() => _process.Thaw();

    /// <summary>Starts a dead one on what it left.</summary>
    public async Task StartAgainAsync()
    {
        await _process.DisposeAsync();
        _process = RunningProcess.StartService("DriftDetection", [], _environment);
    }

    public Task<string> WorksAsync(CancellationToken cancellationToken) => SaysAsync("It works,", cancellationToken);

    public Task<string> StandsByAsync(CancellationToken cancellationToken) => SaysAsync("It stands by: ", cancellationToken);

    /// <summary>What readiness says of the lease, once it is what is waited for, and the process is ready.</summary>
    private async Task<string> SaysAsync(string wanted, CancellationToken cancellationToken)
    {
        var last = "";
        try
        {
            return await Eventually.Get(
                async token =>
                {
                    using var answer = await _http.GetAsync(new Uri("/health/ready", UriKind.Relative), token);
                    last = await answer.Content.ReadAsStringAsync(token);
                    var says = JsonSerializer.Deserialize<JsonElement>(last).TryGetProperty("lease", out var lease) ? lease.GetString() : null;
                    return answer.IsSuccessStatusCode && says?.StartsWith(wanted, StringComparison.Ordinal) == true ? says : null;
                },
                TimeSpan.FromSeconds(120),
                $"{Name} says '{wanted}'",
                cancellationToken);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message} {last}\n{Output}", e);
        }
    }

    /// <summary>Waits until it has seen every row before this one.</summary>
    public Task<WatchingProcess> HasSeenAsync(long row, CancellationToken cancellationToken) => Eventually.Get(
        async token => await SeesAsync(row, token) ? this : null, TimeSpan.FromSeconds(120), $"{Name} has seen row {row}", cancellationToken);

    /// <summary>Whether it is the one that works, and has seen every row before this one.</summary>
    public async Task<bool> SeesAsync(long row, CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(new Uri("/v1/drift", UriKind.Relative), cancellationToken);
        return answer.IsSuccessStatusCode && (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("row").GetInt64() >= row;
    }

    public async Task<double> LeaseHeldAsync(CancellationToken cancellationToken)
    {
        var page = await _http.GetStringAsync(new Uri("/metrics", UriKind.Relative), cancellationToken);
        var line = page.Split('\n').Single(each => each.StartsWith("mlops_lease_held{", StringComparison.Ordinal));
        line.ShouldContain("lease=\"drift-detection\"");
        return double.Parse(line[(line.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
    }
}
