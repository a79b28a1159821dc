using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MonitoringDemo.AppHost;

/// <summary>Where the fleet's broker comes from: one that is named, else the program of this machine, else a container.</summary>
internal sealed class Broker
{
    private const string Setting = "RabbitMQ";
    private const int LocalPort = 5673;
    // The user that a broker makes for its own machine; nobody else reaches it.
    private static readonly string _localAddress = FormattableString.Invariant($"amqp://guest:guest@127.0.0.1:{LocalPort}/");

    private readonly Func<IResourceBuilder<ProjectResource>, IResourceBuilder<ProjectResource>> _lead;

    private Broker(Func<IResourceBuilder<ProjectResource>, IResourceBuilder<ProjectResource>> lead) => _lead = lead;

    /// <summary>Looks in this order: <c>ConnectionStrings:RabbitMQ</c>; a <c>rabbitmq-server</c> that is installed; Docker or Podman.</summary>
    public static Broker Find(IDistributedApplicationBuilder builder, FleetFiles files)
    {
        if (builder.Configuration.GetConnectionString(Setting) is { Length: > 0 })
        {
            Console.WriteLine("Broker: the one that ConnectionStrings:RabbitMQ names.");
            var named = builder.AddConnectionString(Setting);
            return new Broker(service => service.WithReference(named));
        }

        if (Program("rabbitmq-server", "/usr/lib/rabbitmq/bin", "/usr/sbin", "/opt/homebrew/sbin", "/usr/local/sbin") is { } server)
        {
            Console.WriteLine($"Broker: {server}, with a node and a folder of its own, on 127.0.0.1:{LocalPort}.");
            var local = Local(builder, server, files.DataOf("rabbitmq"));
            return new Broker(service => service.WithEnvironment($"ConnectionStrings__{Setting}", _localAddress).WaitFor(local));
        }

        if ((Program("docker") ?? Program("podman")) is null)
            throw new InvalidOperationException("There is no broker: set ConnectionStrings__RabbitMQ=amqp://USER:PASSWORD@HOST/, or install RabbitMQ, Docker or Podman.");

        Console.WriteLine("Broker: a container.");
        var container = builder.AddRabbitMQ(Setting).WithImageTag("4.3");
        return new Broker(service => service.WithReference(container).WaitFor(container));
    }

    /// <summary>Gives a service its address, and lets it wait.</summary>
    public IResourceBuilder<ProjectResource> Lead(IResourceBuilder<ProjectResource> service) => _lead(service);

    private static IResourceBuilder<ExecutableResource> Local(IDistributedApplicationBuilder builder, string server, string folder)
    {
        var configuration = Path.Combine(folder, "rabbitmq.conf");
        File.WriteAllText(configuration, $"listeners.tcp.1 = 127.0.0.1:{LocalPort}\ndistribution.listener.interface = 127.0.0.1\n");
        File.WriteAllText(Path.Combine(folder, "rabbitmq-env.conf"), "");
        File.WriteAllText(Path.Combine(folder, "enabled_plugins"), "[].\n");
        // An executable counts as running when it was started: whether it listens is asked.
        builder.Services.AddHealthChecks().AddAsyncCheck("rabbitmq-listens", async cancellation =>
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync("127.0.0.1", LocalPort, cancellation);
                return HealthCheckResult.Healthy();
            }
            catch (SocketException e)
            {
                return HealthCheckResult.Unhealthy(e.Message);
            }
        });
        return builder.AddExecutable("rabbitmq", server, folder)
            .WithEnvironment("HOME", folder)
            .WithEnvironment("RABBITMQ_CONF_ENV_FILE", Path.Combine(folder, "rabbitmq-env.conf"))
            .WithEnvironment("RABBITMQ_CONFIG_FILE", configuration)
            .WithEnvironment("RABBITMQ_ENABLED_PLUGINS_FILE", Path.Combine(folder, "enabled_plugins"))
            .WithEnvironment("RABBITMQ_NODENAME", "monitoringdemo-apphost@localhost")
            .WithEnvironment("RABBITMQ_MNESIA_BASE", Path.Combine(folder, "mnesia"))
            .WithEnvironment("RABBITMQ_LOG_BASE", Path.Combine(folder, "log"))
            .WithEnvironment("RABBITMQ_PID_FILE", Path.Combine(folder, "pid"))
            .WithEnvironment("RABBITMQ_DIST_PORT", "25673")
            .WithEnvironment("ERL_EPMD_ADDRESS", "127.0.0.1")
            // Of its own: the port mapper of Erlang outlives the node that started it.
            .WithEnvironment("ERL_EPMD_PORT", "43690")
            .WithHealthCheck("rabbitmq-listens");
    }

    private static string? Program(string name, params string[] alsoLookIn) =>
        alsoLookIn.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
