using System.Diagnostics;
using System.Net.Sockets;

namespace MonitoringDemo.EndToEnd.Tests.Processes;

/// <summary>A RabbitMQ broker with a node name, ports and directory of its own, on loopback.</summary>
internal sealed class RabbitMqServer : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory;
    private readonly string _program;
    private readonly Dictionary<string, string?> _environment;
    private readonly bool _speaksPlainly;
    private readonly string _epmd;
    private readonly int _epmdPort;
    private RunningProcess _process;

    private RabbitMqServer(TemporaryDirectory directory, string program, Dictionary<string, string?> environment, bool speaksPlainly, int port, string epmd, int epmdPort)
    {
        (_directory, _program, _environment, _speaksPlainly, _epmd, _epmdPort, Port) = (directory, program, environment, speaksPlainly, epmd, epmdPort, port);
        _process = RunningProcess.Start(program, [], environment);
    }

    public int Port { get; }

    /// <summary>What the broker wrote since its start.</summary>
    public string Output => _process.Output;

    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="port">The port that it is to have; a free one by default.</param>
    /// <param name="settings">Lines of <c>rabbitmq.conf</c>, the listener among them; by default plain AMQP and the user guest.</param>
    public static async Task<RabbitMqServer> StartAsync(CancellationToken cancellationToken, int? port = null, string? settings = null)
    {
        // The script behind Debian's wrapper; the wrapper itself would switch to the rabbitmq user.
        var server = Binary.Need("rabbitmq-server", "/usr/lib/rabbitmq/bin/rabbitmq-server", "/usr/sbin/rabbitmq-server");
        server = File.Exists("/usr/lib/rabbitmq/bin/rabbitmq-server") ? "/usr/lib/rabbitmq/bin/rabbitmq-server" : server;
        var epmd = Binary.Need("epmd", "/usr/lib/erlang/bin/epmd");

        var directory = new TemporaryDirectory();
        var (listens, distributionPort, epmdPort) = (port ?? FreePort.Next(), FreePort.Next(), FreePort.Next());
        await File.WriteAllTextAsync(
            directory.PathOf("rabbitmq.conf"),
            settings ?? $"listeners.tcp.1 = 127.0.0.1:{listens}\ndistribution.listener.interface = 127.0.0.1\n",
            cancellationToken);
        await File.WriteAllTextAsync(directory.PathOf("rabbitmq-env.conf"), "", cancellationToken);

        var environment = new Dictionary<string, string?>
        {
            ["HOME"] = directory.Path,
            ["RABBITMQ_CONF_ENV_FILE"] = directory.PathOf("rabbitmq-env.conf"),
            ["RABBITMQ_NODENAME"] = $"monitoringdemo{listens}@localhost",
            ["RABBITMQ_MNESIA_BASE"] = Directory.CreateDirectory(directory.PathOf("mnesia")).FullName,
            ["RABBITMQ_LOG_BASE"] = Directory.CreateDirectory(directory.PathOf("log")).FullName,
            ["RABBITMQ_DIST_PORT"] = $"{distributionPort}",
            ["RABBITMQ_CONFIG_FILE"] = directory.PathOf("rabbitmq.conf"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = directory.PathOf("enabled_plugins"),
            ["RABBITMQ_PID_FILE"] = directory.PathOf("pid"),
            ["ERL_EPMD_PORT"] = $"{epmdPort}",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        };
        var broker = new RabbitMqServer(directory, server, environment, settings is null, listens, epmd, epmdPort);
        try
        {
            await broker.IsUpAsync(cancellationToken);
            return broker;
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }
    }

    /// <summary>As a crash would: nothing is written down any more.</summary>
    public Task KillAsync(CancellationToken cancellationToken) => _process.KillAsync(cancellationToken, withChildren: true);

    /// <summary>In good order: everything is written down first.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _process.Interrupt();
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Starts it once more on what it left behind, at the same port.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        await _process.DisposeAsync();
        _process = RunningProcess.Start(_program, [], _environment);
        await IsUpAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();

        // The port mapper outlives the node that started it.
        using (var stop = Process.Start(new ProcessStartInfo(_epmd, ["-port", $"{_epmdPort}", "-kill"]) { RedirectStandardOutput = true, RedirectStandardError = true })!)
            await stop.WaitForExitAsync();
        _directory.Dispose();
    }

    private Task<string> IsUpAsync(CancellationToken cancellationToken) =>
        Eventually.Get(token => AnswersAsync(Port, _speaksPlainly, _process, token), TimeSpan.FromSeconds(180), "RabbitMQ answers", cancellationToken);

    private static async Task<string?> AnswersAsync(int port, bool speaksPlainly, RunningProcess process, CancellationToken cancellationToken)
    {
        if (process.HasExited)
            throw new InvalidOperationException($"RabbitMQ stopped:\n{process.Output}");

        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port, cancellationToken);

            // Where nobody listens yet the system may take the very port for this end, and connect it with itself.
            if (Equals(client.Client.LocalEndPoint, client.Client.RemoteEndPoint)) return null;

            // TLS begins to listen when all that was to be loaded has been.
            if (!speaksPlainly) return "up";

            // The protocol header; a broker that is up answers with connection.start.
            await client.GetStream().WriteAsync("AMQP\0\0\x09\x01"u8.ToArray(), cancellationToken);
            return await client.GetStream().ReadAsync(new byte[8], cancellationToken) > 0 ? "up" : null;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
