using System.Globalization;
using System.Security.Cryptography;

namespace MonitoringDemo.Chaos.Fleet;

/// <summary>The six services, each a process with a data directory of its own; the log travels over the broker.</summary>
internal sealed class Services : IDisposable
{
    private static readonly (string Name, string Program)[] _all =
    [
        ("inference", "Inference"), ("drift-detection", "DriftDetection"), ("retraining", "Retraining"), ("alerting", "Alerting"), ("control-room", "ControlRoom"), ("traffic", "Traffic"),
    ];

    private readonly Dictionary<string, Uri> _addresses = _all.ToDictionary(each => each.Name, _ => new Uri(FormattableString.Invariant($"http://127.0.0.1:{FreePort.Next()}")));
    private readonly Dictionary<string, StruckProcess> _processes = [];
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(1) };
    private readonly string _folder;

    public Services(string folder, string broker)
    {
        _folder = folder;
        var (signing, trusted) = (Path.Combine(folder, "signing.pem"), Path.Combine(folder, "signing-public.pem"));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(signing, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(trusted, key.ExportSubjectPublicKeyInfoPem());
        foreach (var (name, program) in _all)
        {
            var environment = new Dictionary<string, string>
            {
                ["ASPNETCORE_URLS"] = _addresses[name].ToString(),
                ["ConnectionStrings__RabbitMQ"] = broker,
                ["Log__Stream"] = "true",
                ["Data__Directory"] = Directory.CreateDirectory(DataOf(name)).FullName,
                ["Inference__RegistryUrl"] = _addresses["retraining"].ToString(),
                ["Traffic__InferenceUrl"] = _addresses["inference"].ToString(),
                ["Traffic__OpeningScenario"] = "decades",
                ["Traffic__Pace"] = "200",
                ["DOTNET_TieredPGO"] = "0",
            };
            if (name == "retraining") environment["Signing__PrivateKey_FILE"] = signing;
            if (name == "inference") environment["Signing__TrustedKey_FILE"] = trusted;
            _processes[name] = new StruckProcess(name, "dotnet", [ProgramOf(program)], environment, Path.Combine(folder, $"{name}.log"));
        }
    }

    public IReadOnlyCollection<StruckProcess> Processes => _processes.Values;

    public Uri Inference => _addresses["inference"];

    public string DataOf(string name) => Path.Combine(_folder, "data", name);

    public void Start()
    {
        foreach (var process in _processes.Values) process.Start();
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await Task.WhenAll(_processes.Values.Select(process => process.StopAsync(cancellationToken)));

    /// <summary>How many say that they are ready.</summary>
    public async Task<int> ReadyAsync(CancellationToken cancellationToken) =>
        (await Task.WhenAll(_addresses.Values.Select(async address => (await AskAsync(new Uri(address, "/health/ready"), cancellationToken)).IsWell))).Count(isWell => isWell);

    /// <exception cref="TimeoutException">Some are not in time; it says which, and what they say.</exception>
    public async Task AllAreReadyAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        try
        {
            await Until.HoldsAsync(async token => await ReadyAsync(token) == _all.Length, within, "all services are ready", cancellationToken);
        }
        catch (TimeoutException e)
        {
            var answers = await Task.WhenAll(_addresses.Select(async each => (each.Key, Answer: await AskAsync(new Uri(each.Value, "/health/ready"), cancellationToken))));
            throw new TimeoutException($"{e.Message} {string.Join(' ', answers.Where(each => !each.Answer.IsWell).Select(each => $"{each.Key}: {each.Answer.Text}"))}", e);
        }
    }

    /// <summary>The sum of a metric over all services and series; nothing for those that do not answer.</summary>
    public async Task<double> SumAsync(string metric, CancellationToken cancellationToken)
    {
        var sum = 0.0;
        foreach (var address in _addresses.Values)
        {
            var page = (await AskAsync(new Uri(address, "/metrics"), cancellationToken)).Text;
            sum += page.Split('\n').Where(line => line.StartsWith(metric + "{", StringComparison.Ordinal) || line.StartsWith(metric + " ", StringComparison.Ordinal))
                .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
        }

        return sum;
    }

    public void Dispose()
    {
        foreach (var process in _processes.Values) process.Dispose();
        _http.Dispose();
    }

    private async Task<(bool IsWell, string Text)> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.GetAsync(address, cancellationToken);
            return (response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // It is struck.
            return (false, "");
        }
    }

    /// <summary>Built beside this program, in the same configuration.</summary>
    private static string ProgramOf(string service)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var root = output.Parent?.Parent?.Parent?.Parent?.Parent ?? throw new UnusableMachineException("Run it as it was built in the repository.");
        var path = Path.Combine(root.FullName, "services", service, "bin", output.Parent!.Name, output.Name, $"MonitoringDemo.{service}.dll");
        return File.Exists(path) ? path : throw new UnusableMachineException($"{path} is missing: build the repository.");
    }
}
