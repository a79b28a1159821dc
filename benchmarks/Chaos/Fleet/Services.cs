using System.Globalization;
using System.Security.Cryptography;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.Chaos.Fleet;

/// <summary>The six services, each a process with a data directory of its own, and drift detection's stand-by where there is a database; the log travels over the broker.</summary>
internal sealed class Services : IDisposable
{
    private static readonly (string Name, string Program)[] _all =
    [
        ("inference", "Inference"), ("drift-detection", "DriftDetection"), ("retraining", "Retraining"), ("alerting", "Alerting"), ("control-room", "ControlRoom"), ("traffic", "Traffic"),
    ];

    private readonly Dictionary<string, Uri> _addresses;
    private readonly Dictionary<string, StruckProcess> _processes = [];
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(1) };
    private readonly string _folder;

    /// <param name="folder">Gets a data directory and a file of output for each.</param>
    /// <param name="broker">The broker's address.</param>
    /// <param name="settings">Configuration of all of them, as environment variables, over what is set here.</param>
    /// <param name="database">That of the registry: then drift detection has a stand-by. Null to keep the registry in files.</param>
    /// <param name="strikes">True to give each a disk and a clock of its own, where this machine can.</param>
    public Services(string folder, string broker, IReadOnlyDictionary<string, string>? settings = null, string? database = null, bool strikes = false)
    {
        _folder = folder;
        (string Name, string Program)[] all = database is null ? _all : [.. _all, ("drift-detection-2", "DriftDetection")];
        _addresses = all.ToDictionary(each => each.Name, _ => new Uri(FormattableString.Invariant($"http://127.0.0.1:{FreePort.Next()}")));
        var (signing, trusted) = (Path.Combine(folder, "signing.pem"), Path.Combine(folder, "signing-public.pem"));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(signing, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(trusted, key.ExportSubjectPublicKeyInfoPem());
        foreach (var (name, program) in all)
        {
            if (strikes && SmallDisk.TryMount(DataOf(name)) is { } disk) Disks[name] = disk;
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
            if (strikes && SteppedClock.Library is not null)
            {
                Clocks[name] = new SteppedClock(Path.Combine(folder, $"{name}.clock"));
                foreach (var (setting, value) in Clocks[name].Environment) environment[setting] = value;
            }

            foreach (var (setting, value) in settings ?? new Dictionary<string, string>()) environment[setting] = value;
            if (database is not null && (program is "Retraining" or "DriftDetection")) environment["ConnectionStrings__Registry"] = database;
            if (name == "retraining") environment["Signing__PrivateKey_FILE"] = signing;
            if (name == "inference") environment["Signing__TrustedKey_FILE"] = trusted;
            _processes[name] = new StruckProcess(name, "dotnet", [ProgramOf(program)], environment, Path.Combine(folder, $"{name}.log"));
        }
    }

    public IReadOnlyCollection<StruckProcess> Processes => _processes.Values;

    public Uri Inference => _addresses["inference"];

    /// <summary>Each one's address.</summary>
    public IReadOnlyDictionary<string, Uri> Addresses => _addresses;

    /// <summary>The disks that can be filled, by the service's name.</summary>
    public Dictionary<string, SmallDisk> Disks { get; } = [];

    /// <summary>The clocks that can be put wrong, by the service's name.</summary>
    public Dictionary<string, SteppedClock> Clocks { get; } = [];

    public string DataOf(string name) => Path.Combine(_folder, "data", name);

    /// <summary>The repository that this program was built in.</summary>
    public static string Repository { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent?.Parent?.Parent?.Parent?.Parent?.FullName ?? throw new UnusableMachineException("Run it as it was built in the repository.");

    public void Start()
    {
        foreach (var process in _processes.Values) process.Start();
    }

    /// <summary>Starts again what ended by itself, as whatever runs containers does.</summary>
    /// <returns>How often it had to.</returns>
    public async Task<int> SuperviseAsync(CancellationToken over)
    {
        var started = 0;
        using var again = new PeriodicTimer(TimeSpan.FromSeconds(2));
        try
        {
            while (await again.WaitForNextTickAsync(over))
            {
                foreach (var process in Processes.Where(process => process.HasDied))
                {
                    process.Start();
                    started++;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }

        return started;
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
            await Until.HoldsAsync(async token => await ReadyAsync(token) == _addresses.Count, within, "all services are ready", cancellationToken);
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
        foreach (var name in _addresses.Keys) sum += await SumAsync(name, metric, cancellationToken) ?? 0;
        return sum;
    }

    /// <summary>The sum of a metric over the series of one service; null when it does not answer, or has none.</summary>
    public async Task<double?> SumAsync(string name, string metric, CancellationToken cancellationToken)
    {
        var page = (await AskAsync(new Uri(_addresses[name], "/metrics"), cancellationToken)).Text;
        var values = page.Split('\n').Where(line => line.StartsWith(metric + "{", StringComparison.Ordinal) || line.StartsWith(metric + " ", StringComparison.Ordinal))
            .Select(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture)).ToList();
        return values.Count > 0 ? values.Sum() : null;
    }

    public void Dispose()
    {
        foreach (var process in _processes.Values) process.Dispose();
        foreach (var disk in Disks.Values) disk.Dispose();
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
        var path = Path.Combine(Repository, "services", service, "bin", output.Parent!.Name, output.Name, $"MonitoringDemo.{service}.dll");
        return File.Exists(path) ? path : throw new UnusableMachineException($"{path} is missing: build the repository.");
    }
}
