using System.Security.Cryptography;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Labs.Programs;

namespace MonitoringDemo.Demo.Labs.Replicas;

/// <summary>Two processes of inference, retraining and traffic, which share nothing but a broker and HTTP.</summary>
internal sealed class ScaledFleet : IAsyncDisposable
{
    /// <summary>A replica that was set up wrongly: it trusts another key, and refuses every model.</summary>
    public const string Distrustful = "inference-3";

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly Dictionary<string, StartedProcess> _processes = [];
    private readonly Dictionary<string, Uri> _addresses = [];
    private readonly string _broker;
    private readonly ScaleAnswers _answers;

    public ScaledFleet(string broker, ScaleAnswers answers)
    {
        (_broker, _answers) = (broker, answers);
        foreach (var name in new[] { "inference-1", "inference-2", Distrustful, "retraining", "traffic" }) _addresses[name] = new Uri(FormattableString.Invariant($"http://127.0.0.1:{UntilTrue.FreePort()}"));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(PathOf("signing.pem"), key.ExportPkcs8PrivateKeyPem());
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(PathOf("signing.pem"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(PathOf("signing-public.pem"), key.ExportSubjectPublicKeyInfoPem());
        using var another = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(PathOf("another-public.pem"), another.ExportSubjectPublicKeyInfoPem());
    }

    /// <summary>The two that answer.</summary>
    public IReadOnlyList<Uri> Replicas => [_addresses["inference-1"], _addresses["inference-2"]];

    /// <summary>Where a service listens.</summary>
    public Uri AddressOf(string name) => _addresses[name];

    /// <summary>The data directory of retraining, with its copy of the log.</summary>
    public string DirectoryOfRetraining => PathOf("retraining");

    /// <summary>Starts a service on the data that it left.</summary>
    public void Start(string name)
    {
        var program = name.StartsWith("inference", StringComparison.Ordinal) ? "Inference" : name == "retraining" ? "Retraining" : "Traffic";
        var signs = name == "retraining";
        _processes[name] = StartedProcess.Start(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, $"MonitoringDemo.{program}.dll")], new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = _addresses[name].ToString(),
            ["ConnectionStrings__RabbitMQ"] = _broker,
            ["Data__Directory"] = PathOf(name switch { "inference-1" => $"of-{_answers.FolderOfFirst}", "inference-2" => $"of-{_answers.FolderOfSecond}", _ => name }),
            ["Log__Stream"] = _answers.ShipsLog || !name.StartsWith("inference", StringComparison.Ordinal) ? "true" : "false",
            ["Inference__RegistryUrl"] = _addresses["retraining"].ToString(),
            ["Inference__CompareEvery"] = "00:00:01",
            [signs ? "Signing__PrivateKey_FILE" : "Signing__TrustedKey_FILE"] = PathOf(signs ? "signing.pem" : name == Distrustful ? "another-public.pem" : "signing-public.pem"),
            ["Traffic__InferenceUrl"] = _addresses["inference-2"].ToString(),
            ["Traffic__WarmUp"] = "1000",
            ["Traffic__Pace"] = "5",
            ["Traffic__OpeningScenario"] = "steady",
            // A process that lives for a minute is not worth a profile.
            ["DOTNET_TieredPGO"] = "0",
        });
    }

    public Task KillAsync(string name) => _processes[name].KillAsync();

    /// <summary>The first that ended by itself, with its last words; null when none did.</summary>
    public string? FirstEnded(params IEnumerable<string> names) =>
        names.Where(name => _processes[name].HasExited).Select(name => $"{name} ended: {string.Join(' ', _processes[name].Said.TakeLast(2)).Replace(_folder.Path, "…", StringComparison.Ordinal)}").FirstOrDefault();

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes.Values) await process.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }

    /// <summary>Whether a service answers a question with success.</summary>
    public async Task<bool> AnswersAsync(string name, string path, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(_addresses[name], path), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private string PathOf(string name) => Path.Combine(_folder.Path, name);
}
