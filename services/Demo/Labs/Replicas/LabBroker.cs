using System.Globalization;
using System.Net.Sockets;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Labs.Programs;

namespace MonitoringDemo.Demo.Labs.Replicas;

/// <summary>A RabbitMQ of the check's own, with node name, ports and folder of its own, on loopback.</summary>
internal sealed class LabBroker : IAsyncDisposable
{
    /// <summary>How to get it.</summary>
    public const string HowToGet = "RabbitMQ: 'apt-get install rabbitmq-server' (the check starts a node of its own; the service of the package may stay off), 'brew install rabbitmq', or https://www.rabbitmq.com/docs/download, with rabbitmq-server and epmd on the path.";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);
    private static readonly byte[] s_protocolHeader = [.. "AMQP\0\0\x09\x01"u8];

    private readonly TemporaryFolder _folder = new();
    private readonly string _server;
    private readonly string _epmd;
    private readonly int _port = UntilTrue.FreePort();
    private readonly int _epmdPort = UntilTrue.FreePort();
    private readonly Dictionary<string, string> _environment;
    private StartedProcess? _process;

    private LabBroker(string server, string epmd)
    {
        (_server, _epmd) = (server, epmd);
        File.WriteAllText(PathOf("rabbitmq.conf"), string.Create(CultureInfo.InvariantCulture, $"listeners.tcp.1 = 127.0.0.1:{_port}\ndistribution.listener.interface = 127.0.0.1\n"));
        File.WriteAllText(PathOf("rabbitmq-env.conf"), "");
        _environment = new Dictionary<string, string>
        {
            ["HOME"] = _folder.Path,
            ["RABBITMQ_CONF_ENV_FILE"] = PathOf("rabbitmq-env.conf"),
            ["RABBITMQ_NODENAME"] = FormattableString.Invariant($"monitoringdemo{_port}@localhost"),
            ["RABBITMQ_MNESIA_BASE"] = Directory.CreateDirectory(PathOf("mnesia")).FullName,
            ["RABBITMQ_LOG_BASE"] = Directory.CreateDirectory(PathOf("log")).FullName,
            ["RABBITMQ_DIST_PORT"] = UntilTrue.FreePort().ToString(CultureInfo.InvariantCulture),
            ["RABBITMQ_CONFIG_FILE"] = PathOf("rabbitmq.conf"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = PathOf("enabled_plugins"),
            ["RABBITMQ_PID_FILE"] = PathOf("pid"),
            ["ERL_EPMD_PORT"] = _epmdPort.ToString(CultureInfo.InvariantCulture),
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        };
    }

    /// <summary>Where services find it.</summary>
    public string Address => FormattableString.Invariant($"amqp://guest:guest@127.0.0.1:{_port}");

    /// <summary>Null where RabbitMQ is not installed.</summary>
    public static LabBroker? Find()
    {
        // The script behind Debian's wrapper; the wrapper itself would change to a user of its own.
        const string Debian = "/usr/lib/rabbitmq/bin/rabbitmq-server";
        var server = File.Exists(Debian) ? Debian : InstalledProgram.Find("rabbitmq-server", "/usr/sbin/rabbitmq-server");
        return server is not null && InstalledProgram.Find("epmd", "/usr/lib/erlang/bin/epmd") is { } epmd ? new LabBroker(server, epmd) : null;
    }

    /// <summary>Starts it, at first or on what it left when it was killed.</summary>
    /// <exception cref="UnusableInputException">It does not come up.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        if (_process is not null) await _process.DisposeAsync();
        _process = StartedProcess.Start(_server, [], _environment);
        if (!await UntilTrue.AskAsync(AnswersAsync, s_patience, cancellation))
            throw new UnusableInputException($"RabbitMQ ('{_server}') does not come up: {string.Join(' ', _process.Said.TakeLast(5))}");
    }

    /// <summary>As a crash would.</summary>
    public Task KillAsync() => _process!.KillAsync();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
            // The port mapper outlives the node that started it.
            await InstalledProgram.RunAsync(_epmd, ["-port", _epmdPort.ToString(CultureInfo.InvariantCulture), "-kill"], _folder.Path, CancellationToken.None);
        }

        _folder.Dispose();
    }

    private string PathOf(string name) => Path.Combine(_folder.Path, name);

    // A broker that is up answers the protocol's header.
    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        if (_process!.HasExited) throw new UnusableInputException($"RabbitMQ ('{_server}') ended at its start: {string.Join(' ', _process.Said.TakeLast(5))}");
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", _port, cancellation);
            // Where nobody listens yet the system may take the very port for this end, and connect it with itself.
            if (Equals(client.Client.LocalEndPoint, client.Client.RemoteEndPoint)) return false;
            await client.GetStream().WriteAsync(s_protocolHeader, cancellation);
            return await client.GetStream().ReadAsync(new byte[8], cancellation) > 0;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }
}
