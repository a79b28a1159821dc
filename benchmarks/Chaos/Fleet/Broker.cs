using System.Diagnostics;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.Chaos.Fleet;

/// <summary>A RabbitMQ broker with a node name, ports and a folder of its own, on loopback.</summary>
internal sealed class Broker : IDisposable
{
    private static readonly string[] _folders = ["/usr/lib/rabbitmq/bin", "/usr/sbin", "/opt/homebrew/sbin", "/usr/local/sbin", "/usr/lib/erlang/bin", "/usr/bin"];

    private readonly string _epmd = Find("epmd");
    private readonly int _epmdPort = FreePort.Next();
    private readonly int _port = FreePort.Next();
    private readonly string _home;

    public Broker(string folder)
    {
        var home = _home = Directory.CreateDirectory(folder).FullName;
        string PathOf(string name) => Path.Combine(home, name);
        File.WriteAllText(PathOf("rabbitmq.conf"), FormattableString.Invariant($"listeners.tcp.1 = 127.0.0.1:{_port}\ndistribution.listener.interface = 127.0.0.1\n"));
        File.WriteAllText(PathOf("rabbitmq-env.conf"), "");
        Process = new StruckProcess("broker", Find("rabbitmq-server"), [], new Dictionary<string, string>
        {
            ["HOME"] = home,
            ["RABBITMQ_CONF_ENV_FILE"] = PathOf("rabbitmq-env.conf"),
            ["RABBITMQ_NODENAME"] = FormattableString.Invariant($"chaos{_port}@localhost"),
            ["RABBITMQ_MNESIA_BASE"] = PathOf("mnesia"),
            ["RABBITMQ_LOG_BASE"] = PathOf("log"),
            ["RABBITMQ_DIST_PORT"] = FormattableString.Invariant($"{FreePort.Next()}"),
            ["RABBITMQ_CONFIG_FILE"] = PathOf("rabbitmq.conf"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = PathOf("enabled_plugins"),
            ["RABBITMQ_PID_FILE"] = PathOf("pid"),
            ["ERL_EPMD_PORT"] = FormattableString.Invariant($"{_epmdPort}"),
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        }, PathOf("output.log"));
    }

    public StruckProcess Process { get; }

    /// <summary>The user that a broker makes for its own machine.</summary>
    public string Address => FormattableString.Invariant($"amqp://guest:guest@127.0.0.1:{_port}/");

    /// <summary>The segments of all streams, in bytes.</summary>
    public long StreamBytes => new DirectoryInfo(Path.Combine(_home, "mnesia")).EnumerateFiles("*.segment", SearchOption.AllDirectories).Sum(file => file.Length);

    /// <summary>Connections to it that are open.</summary>
    public int Connections => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections().Count(each => each.LocalEndPoint.Port == _port && each.State == TcpState.Established);

    /// <summary>Starts it, and returns when it answers.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Process.Start();
        await Until.HoldsAsync(AnswersAsync, TimeSpan.FromSeconds(120), "the broker answers", cancellationToken);
    }

    public void Dispose()
    {
        Process.Dispose();
        // The port mapper outlives the node that started it.
        using var stop = System.Diagnostics.Process.Start(new ProcessStartInfo(_epmd, ["-port", FormattableString.Invariant($"{_epmdPort}"), "-kill"]) { RedirectStandardOutput = true, RedirectStandardError = true });
        stop?.WaitForExit();
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", _port, cancellationToken);
            await client.GetStream().WriteAsync("AMQP\0\0\x09\x01"u8.ToArray(), cancellationToken);
            return await client.GetStream().ReadAsync(new byte[8], cancellationToken) > 0;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            // Not yet.
            return false;
        }
    }

    private static string Find(string program) =>
        _folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists)
        ?? throw new UnusableMachineException($"{program} is not installed on this machine: install RabbitMQ.");
}
