using System.Net.Http.Json;
using System.Text.Json;
using MonitoringDemo.EndToEnd.Tests.Broker;

namespace MonitoringDemo.EndToEnd.Tests.Processes;

/// <summary>The six services as processes, each with its own user on a broker that speaks TLS.</summary>
internal sealed class RunningFleet : IAsyncDisposable
{
    private readonly Dictionary<string, Uri> _addresses = FleetMember.All.ToDictionary(member => member.Name, _ => new Uri($"http://127.0.0.1:{FreePort.Next()}"));
    private readonly List<RunningProcess> _processes = [];
    private readonly HttpClient _http = new();

    /// <param name="broker">The broker.</param>
    /// <param name="dataOf">The data directory of a service.</param>
    /// <param name="more">Settings beyond those that every fleet needs.</param>
    public RunningFleet(FleetBroker broker, Func<FleetMember, string> dataOf, Action<RunningFleet, Dictionary<string, string?>>? more = null)
    {
        foreach (var member in FleetMember.All)
        {
            var environment = new Dictionary<string, string?>
            {
                ["ASPNETCORE_URLS"] = AddressOf(member.Name).ToString(),
                ["ConnectionStrings__RabbitMQ_FILE"] = broker.AddressFileOf(member),
                ["Messaging__CertificateAuthority"] = broker.Authority,
                ["Data__Directory"] = dataOf(member),
                ["Traffic__InferenceUrl"] = AddressOf("inference").ToString(),
                ["Traffic__OpeningScenario"] = "decades",
                ["Traffic__Pace"] = "300",
            };
            more?.Invoke(this, environment);
            _processes.Add(RunningProcess.StartService(member.Program, [], environment));
        }
    }

    public Uri AddressOf(string service) => _addresses[service];

    /// <summary>Host and port of each service, for Prometheus.</summary>
    public IEnumerable<string> Targets => _addresses.Values.Select(address => address.Authority);

    /// <summary>The version that serves, once it is a later one than the first.</summary>
    public Task<string> PromotedAsync(CancellationToken cancellationToken) => Eventually.Get(
        async token =>
        {
            var ended = _processes.Where(process => process.HasExited).ToList();
            ended.ShouldBeEmpty(string.Join('\n', ended.Select(process => process.Output)));
            using var response = await _http.GetAsync(new Uri(AddressOf("inference"), "/v1/model"), token);
            if (!response.IsSuccessStatusCode) return null;

            var model = await response.Content.ReadFromJsonAsync<JsonElement>(token);
            var version = model.GetProperty("champion").GetProperty("version").GetInt32();
            return version > 1 ? $"{version}" : null;
        },
        TimeSpan.FromSeconds(240),
        "A second champion is served",
        cancellationToken);

    public async Task AllAreReadyAsync(CancellationToken cancellationToken)
    {
        foreach (var address in _addresses.Values)
        {
            using var ready = await _http.GetAsync(new Uri(address, "/health/ready"), cancellationToken);
            ready.IsSuccessStatusCode.ShouldBeTrue($"{address}: {await ready.Content.ReadAsStringAsync(cancellationToken)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes) await process.DisposeAsync();
        _http.Dispose();
    }
}
