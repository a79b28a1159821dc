using System.Text.Json;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests.StandBy;

/// <summary>One of several processes of a service, on a data directory of its own, over a broker and a database that are common to them.</summary>
internal abstract class StandByProcess : IAsyncDisposable
{
    private readonly string _program, _lease;
    private readonly Dictionary<string, string?> _environment;
    private RunningProcess _process;

    /// <param name="program">The service's program.</param>
    /// <param name="lease">The lease that one of them holds.</param>
    /// <param name="name">How the test calls it.</param>
    /// <param name="data">Its data directory.</param>
    /// <param name="brokerPort">The broker.</param>
    /// <param name="database">The registry.</param>
    /// <param name="more">Settings of its own.</param>
    protected StandByProcess(string program, string lease, string name, string data, int brokerPort, string database, params IEnumerable<(string Key, string Value)> more)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        (_program, _lease, Name, Data) = (program, lease, name, data);
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        _environment = new Dictionary<string, string?>
        {
            ["ASPNETCORE_URLS"] = address.ToString(),
            ["Data__Directory"] = data,
            ["ConnectionStrings__RabbitMQ"] = $"amqp://guest:guest@127.0.0.1:{brokerPort}/",
            ["ConnectionStrings__Registry"] = database,
            ["Log__Stream"] = "true",
        };
        foreach (var (key, value) in more) _environment[key] = value;
        _process = RunningProcess.StartService(_program, [], _environment);
    }

    public string Name { get; }

    public string Data { get; }

    public string Output => _process.Output;

    protected HttpClient Http { get; }

    public Task KillAsync(CancellationToken cancellationToken) => _process.KillAsync(cancellationToken);

    /// <summary>Asks it to stop, as an orchestrator does.</summary>
    public void Stop() => _process.Interrupt();

    public void Freeze() => _process.Freeze();

    public void Thaw() => _process.Thaw();

    /// <summary>Starts a dead one on what it left.</summary>
    public async Task StartAgainAsync()
    {
        await _process.DisposeAsync();
        _process = RunningProcess.StartService(_program, [], _environment);
    }

    public Task<string> WorksAsync(CancellationToken cancellationToken) => SaysAsync("It works,", cancellationToken);

    public Task<string> StandsByAsync(CancellationToken cancellationToken) => SaysAsync("It stands by: ", cancellationToken);

    public async Task<double> LeaseHeldAsync(CancellationToken cancellationToken)
    {
        var page = await Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), cancellationToken);
        var line = page.Split('\n').Single(each => each.StartsWith("mlops_lease_held{", StringComparison.Ordinal));
        line.ShouldContain($"lease=\"{_lease}\"");
        return double.Parse(line[(line.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _process.DisposeAsync();
    }

    /// <summary>What readiness says of the lease, once it is what is waited for, and the process is ready.</summary>
    private async Task<string> SaysAsync(string wanted, CancellationToken cancellationToken)
    {
        var last = "";
        try
        {
            return await Eventually.Get(
                async token =>
                {
                    using var answer = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative), token);
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
}
