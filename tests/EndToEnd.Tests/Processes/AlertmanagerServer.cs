using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MonitoringDemo.EndToEnd.Tests.Processes;

/// <summary>An Alertmanager of the test's own with the routes of this repository; every receiver posts to the inbox.</summary>
internal sealed partial class AlertmanagerServer : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory;
    private readonly string _program;
    private RunningProcess _process;

    private AlertmanagerServer(TemporaryDirectory directory, string program, int port)
    {
        (_directory, _program, Address) = (directory, program, $"127.0.0.1:{port}");
        Http = new HttpClient { BaseAddress = new Uri($"http://{Address}") };
        _process = Run();
    }

    /// <summary>Host and port.</summary>
    public string Address { get; }

    public HttpClient Http { get; }

    public static async Task<AlertmanagerServer> StartAsync(Inbox inbox, CancellationToken cancellationToken)
    {
        var program = Binary.Need("prometheus-alertmanager", "/usr/bin/alertmanager");
        var directory = new TemporaryDirectory();
        var committed = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "deploy", "alertmanager", "alertmanager.yml"), cancellationToken);
        // The pauses that spare people are nothing to wait for in a test.
        var hurried = Pause().Replace(committed, "$1: 1s");
        await File.WriteAllTextAsync(directory.PathOf("alertmanager.yml"), Receiver().Replace(hurried, $"$0\n    webhook_configs: [{{ url: '{inbox.Address}/$1' }}]"), cancellationToken);
        var server = new AlertmanagerServer(directory, program, FreePort.Next());
        await server.ReadyAsync(cancellationToken);
        return server;
    }

    /// <summary>Asks it to end, and starts it again: what it knew of alerts is gone, its silences it has written down.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        _process.Interrupt();
        await _process.WaitForExitAsync(cancellationToken);
        await _process.DisposeAsync();
        _process = Run();
        await ReadyAsync(cancellationToken);
    }

    /// <summary>The alert of a name, once it is what the test waits for.</summary>
    public Task<string> AlertAsync(string name, string state, CancellationToken cancellationToken) => Eventually.Get(
        async token => (await Http.GetFromJsonAsync<JsonElement>("/api/v2/alerts", token)).EnumerateArray()
            .Where(alert => alert.GetProperty("labels").GetProperty("alertname").GetString() == name && alert.GetProperty("status").GetProperty("state").GetString() == state)
            .Select(alert => alert.GetRawText()).FirstOrDefault(),
        TimeSpan.FromSeconds(90),
        $"{name} is {state}",
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _process.DisposeAsync();
        _directory.Dispose();
    }

    private RunningProcess Run() => RunningProcess.Start(_program,
    [
        $"--config.file={_directory.PathOf("alertmanager.yml")}",
        $"--storage.path={_directory.PathOf("data")}",
        $"--web.listen-address={Address}",
        // It has no peers.
        "--cluster.listen-address=",
    ]);

    private Task<string> ReadyAsync(CancellationToken cancellationToken) => Eventually.Get(
        async token => _process.HasExited
            ? throw new InvalidOperationException($"Alertmanager stopped:\n{_process.Output}")
            : (await Http.GetAsync(new Uri("/-/ready", UriKind.Relative), token)).IsSuccessStatusCode ? "ready" : null,
        TimeSpan.FromSeconds(30),
        "Alertmanager is ready",
        cancellationToken);

    [GeneratedRegex("(group_wait|group_interval): [0-9]+[sm]")]
    private static partial Regex Pause();

    [GeneratedRegex("^  - name: ([a-z-]+)$", RegexOptions.Multiline)]
    private static partial Regex Receiver();
}
