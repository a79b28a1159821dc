using System.Diagnostics;
using System.Globalization;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.Chaos.Fleet;

/// <summary>A PostgreSQL server with a port and a directory of its own, on loopback, with the registry's database. It does not run as root: started by root it runs as Debian's user postgres.</summary>
internal sealed class Database : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("monitoringdemo-database-").FullName;
    private readonly string _programs = Programs();
    private readonly int _port = FreePort.Next();
    private bool _isRunning;

    public string Address => FormattableString.Invariant($"Host=127.0.0.1;Port={_port};Database=registry;Username=owner");

    private string Data => Path.Combine(_folder, "data");

    private static string[] AsUser => Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : ["env"];

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (Environment.IsPrivilegedProcess) await RunAsync(["chown", "postgres", _folder], cancellationToken);
        await RunAsync([.. AsUser, Program("initdb"), "-D", Data, "-U", "owner", "-A", "trust", "-E", "UTF8", "--locale=C"], cancellationToken);
        await StartAsync(cancellationToken);
        await RunAsync([.. AsUser, Program("createdb"), "-h", "127.0.0.1", "-p", Port, "-U", "owner", "registry"], cancellationToken);
    }

    /// <summary>Returns when it answers.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var options = $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=";
        await RunAsync([.. AsUser, Program("pg_ctl"), "start", "-D", Data, "-o", options, "-l", Path.Combine(Data, "server.log"), "-w", "-t", "60"], cancellationToken);
        _isRunning = true;
    }

    /// <summary>As a crash would.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _isRunning = false;
        await RunAsync([.. AsUser, Program("pg_ctl"), "stop", "-D", Data, "-m", "immediate", "-w"], cancellationToken);
    }

    /// <summary>It takes connections and answers nothing, as one behind a broken network.</summary>
    public Task FreezeAsync(CancellationToken cancellationToken) => SignalAsync("-STOP", cancellationToken);

    public Task WakeAsync(CancellationToken cancellationToken) => SignalAsync("-CONT", cancellationToken);

    /// <summary>The journal of the registry, line for line.</summary>
    public async Task<IReadOnlyList<string>> JournalAsync(CancellationToken cancellationToken) =>
        (await RunAsync([.. AsUser, Program("psql"), "-h", "127.0.0.1", "-p", Port, "-U", "owner", "-d", "registry", "-At", "-c", "select line from registry.journal order by seq"], cancellationToken))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose()
    {
        if (_isRunning)
        {
            using var stop = Process.Start(new ProcessStartInfo(AsUser[0], [.. AsUser[1..], Program("pg_ctl"), "stop", "-D", Data, "-m", "immediate", "-w"]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" });
            stop?.WaitForExit();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string Port => _port.ToString(CultureInfo.InvariantCulture);

    private string Program(string name) => Path.Combine(_programs, name);

    private static string Programs()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetFiles("/usr/lib/postgresql", "initdb", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        return Path.GetDirectoryName(debian.LastOrDefault()) ?? throw new UnusableMachineException("initdb is not installed on this machine: install PostgreSQL.");
    }

    /// <summary>The server and each of its processes, which are its children.</summary>
    private async Task SignalAsync(string signal, CancellationToken cancellationToken)
    {
        var server = File.ReadLines(Path.Combine(Data, "postmaster.pid")).First().Trim();
        await RunAsync(["kill", signal, server, .. await ChildrenAsync(server, cancellationToken)], cancellationToken);
    }

    private static async Task<IReadOnlyList<string>> ChildrenAsync(string process, CancellationToken cancellationToken) =>
        (await File.ReadAllTextAsync($"/proc/{process}/task/{process}/children", cancellationToken)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<string> RunAsync(string[] command, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? await output : throw new UnusableMachineException($"{string.Join(' ', command)} failed: {await errors}");
    }
}
