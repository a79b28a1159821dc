using System.Diagnostics;
using Npgsql;

namespace MonitoringDemo.EndToEnd.Tests.Processes;

/// <summary>A PostgreSQL server with a port and directory of its own, on loopback. It does not run as root: started by root it runs as Debian's user postgres.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private string _programs = "";
    private bool _isRunning;

    public int Port { get; } = FreePort.Next();

    private string Data => _directory.PathOf("data");

    private static string[] AsUser => Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : ["env"];

    public async ValueTask InitializeAsync()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetFiles("/usr/lib/postgresql", "initdb", SearchOption.AllDirectories) : [];
        _programs = Path.GetDirectoryName(Binary.Need("initdb", debian))!;
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "postgres", _directory.Path);
        await RunAsync([.. AsUser, Program("initdb"), "-D", Data, "-U", "owner", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
        await StartAsync();
    }

    /// <summary>An empty database of the caller's own.</summary>
    /// <returns>The connection string of its owner.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Guid.NewGuid():N}";
        await using var source = NpgsqlDataSource.Create(Address("postgres"));
        await using var create = source.CreateCommand($"create database {name}");
        await create.ExecuteNonQueryAsync();
        return Address(name);
    }

    /// <summary>Returns when it answers.</summary>
    public async Task StartAsync()
    {
        var options = $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off";
        await RunAsync([.. AsUser, Program("pg_ctl"), "start", "-D", Data, "-o", options, "-l", Path.Combine(Data, "server.log"), "-w", "-t", "60"]);
        _isRunning = true;
    }

    /// <summary>As a crash would: what was committed is there after the next start.</summary>
    public async Task StopAsync()
    {
        await RunAsync([.. AsUser, Program("pg_ctl"), "stop", "-D", Data, "-m", "immediate", "-w"]);
        _isRunning = false;
    }

    public async ValueTask DisposeAsync()
    {
        if (_isRunning) await StopAsync();
        _directory.Dispose();
    }

    private string Address(string database) => $"Host=127.0.0.1;Port={Port};Database={database};Username=owner;Pooling=false";

    private string Program(string name) => Path.Combine(_programs, name);

    private static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{string.Join(' ', command)}\n{await output}\n{await errors}");
    }
}
