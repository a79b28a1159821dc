using System.Net.Http.Json;
using System.Text.Json;
using MonitoringDemo.EndToEnd.Tests.Broker;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests.Replicas;

/// <summary>The services as processes of which no two share a directory, with several of inference behind a balancer.</summary>
internal sealed class ReplicatedFleet : IAsyncDisposable
{
    private readonly FleetBroker _broker;
    private readonly TemporaryDirectory _data;
    private readonly RoundRobin _balancer;
    private readonly Dictionary<string, Uri> _addresses;
    private readonly Dictionary<string, RunningProcess> _processes = [];
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };

    private ReplicatedFleet(FleetBroker broker, TemporaryDirectory data, RoundRobin balancer, IReadOnlyList<Uri> replicas)
    {
        (_broker, _data, _balancer) = (broker, data, balancer);
        _addresses = FleetMember.All.Where(member => member.Name != "inference").ToDictionary(member => member.Name, _ => NewAddress());
        for (var i = 0; i < replicas.Count; i++) _addresses[NameOf(i)] = replicas[i];
        Replicas = replicas.Count;
    }

    public int Replicas { get; }

    public Uri Balancer => _balancer.Address;

    public static async Task<ReplicatedFleet> StartAsync(FleetBroker broker, TemporaryDirectory data, int replicas, CancellationToken cancellationToken)
    {
        var addresses = Enumerable.Range(0, replicas).Select(_ => NewAddress()).ToList();
        var fleet = new ReplicatedFleet(broker, data, await RoundRobin.StartAsync(addresses, cancellationToken), addresses);
        foreach (var name in fleet._addresses.Keys) fleet.Start(name);
        return fleet;
    }

    public static string NameOf(int replica) => FormattableString.Invariant($"inference-{replica + 1}");

    /// <summary>Starts a service on the data that it left.</summary>
    public void Start(string name)
    {
        var member = FleetMember.All.Single(each => each.Name == (name.StartsWith("inference-", StringComparison.Ordinal) ? "inference" : name));
        var signs = member.Name == "retraining";
        _processes[name] = RunningProcess.StartService(member.Program, [], new Dictionary<string, string?>
        {
            ["ASPNETCORE_URLS"] = _addresses[name].ToString(),
            ["ConnectionStrings__RabbitMQ_FILE"] = _broker.AddressFileOf(member),
            ["Messaging__CertificateAuthority"] = _broker.Authority,
            ["Data__Directory"] = _data.PathOf(name),
            ["Log__Stream"] = "true",
            ["Inference__RegistryUrl"] = _addresses["retraining"].ToString(),
            ["Inference__CompareEvery"] = "00:00:02",
            [signs ? "Signing__PrivateKey_FILE" : "Signing__TrustedKey_FILE"] = _broker.SigningKey(isPublic: !signs),
            ["Traffic__InferenceUrl"] = Balancer.ToString(),
            ["Traffic__HistoryUrl"] = _addresses[NameOf(0)].ToString(),
            ["Traffic__OpeningScenario"] = "decades",
            ["Traffic__Pace"] = "200",
        });
    }

    public async Task KillAsync(string name, CancellationToken cancellationToken)
    {
        await _processes[name].KillAsync(cancellationToken);
        await _processes[name].DisposeAsync();
    }

    /// <summary>The release that each replica serves, and the version; null for one that serves none.</summary>
    public async Task<List<(long Release, int Version)?>> ServedAsync(CancellationToken cancellationToken)
    {
        var served = new List<(long, int)?>();
        for (var i = 0; i < Replicas; i++)
        {
            using var answer = await _http.GetAsync(new Uri(_addresses[NameOf(i)], "/v1/model"), cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                served.Add(null);
                continue;
            }

            var model = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            served.Add((model.GetProperty("releaseSequence").GetInt64(), model.GetProperty("champion").GetProperty("version").GetInt32()));
        }

        return served;
    }

    /// <summary>Waits until every replica serves one and the same release, which is not older than another.</summary>
    public Task<string> AllServeAsync(Func<int, bool> wanted, TimeSpan within, string what, CancellationToken cancellationToken) => Eventually.Get(
        async token =>
        {
            NothingEnded();
            var served = await ServedAsync(token);
            return served.All(each => each is { } one && one == served[0] && wanted(one.Version)) ? string.Join(", ", served) : null;
        },
        within,
        what,
        cancellationToken);

    public async Task<string> ReadinessAsync(string name, CancellationToken cancellationToken) => await _http.GetStringAsync(new Uri(_addresses[name], "/health/ready"), cancellationToken);

    /// <summary>What each process said last.</summary>
    public string LastWords => string.Join('\n', _processes.Select(process => $"{process.Key}: {string.Join("\n    ", process.Value.Output.Split('\n').TakeLast(6))}"));

    public void NothingEnded()
    {
        var ended = _processes.Where(process => process.Value.HasExited).ToList();
        ended.ShouldBeEmpty(string.Join('\n', ended.Select(process => $"{process.Key}: {process.Value.Output}")));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes.Values) await process.DisposeAsync();
        await _balancer.DisposeAsync();
        _http.Dispose();
    }

    private static Uri NewAddress() => new($"http://127.0.0.1:{FreePort.Next()}");
}
