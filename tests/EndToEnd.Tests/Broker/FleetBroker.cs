using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.ServiceDefaults.Messaging.Broker;

namespace MonitoringDemo.EndToEnd.Tests.Broker;

/// <summary>The broker of <c>docker-compose.yml</c> without its container: its settings, its definitions, and secrets made by the script that users run.</summary>
internal sealed class FleetBroker : IAsyncDisposable
{
    private readonly TemporaryDirectory _files;
    private readonly RabbitMqServer _server;

    private FleetBroker(TemporaryDirectory files, RabbitMqServer server) => (_files, _server) = (files, server);

    public int Port => _server.Port;

    /// <summary>The certificate of the authority that signed the broker's.</summary>
    public string Authority => _files.PathOf("secrets", "authority.crt");

    /// <summary>May do everything; the fleet has no such user.</summary>
    public string Operator => AddressOf("operator");

    /// <summary>May do nothing.</summary>
    public string Nobody => AddressOf("nobody");

    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="users">More users, each with its name as the password.</param>
    public static async Task<FleetBroker> StartAsync(CancellationToken cancellationToken, params IEnumerable<(string Name, BrokerRights Rights)> users)
    {
        Binary.Need("openssl");
        var files = new TemporaryDirectory();
        var port = FreePort.Next();
        await MakeSecretsAsync(files.PathOf("secrets"), port, cancellationToken);
        var definitions = Directory.CreateDirectory(files.PathOf("definitions")).FullName;
        File.Copy(files.PathOf("secrets", "broker-users.json"), Path.Combine(definitions, "10-users.json"));
        File.Copy(FleetDefinitions.Path, Path.Combine(definitions, "20-fleet.json"));
        await File.WriteAllTextAsync(Path.Combine(definitions, "30-test.json"), ForTheTest([.. users, ("operator", new BrokerRights(".*", ".*", ".*")), ("nobody", new BrokerRights("^$", "^$", "^$"))]), cancellationToken);

        var settings = (await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "deploy", "rabbitmq", "rabbitmq.conf"), cancellationToken))
            .Replace("listeners.ssl.default = 5671", $"listeners.ssl.1 = 127.0.0.1:{port}", StringComparison.Ordinal)
            .Replace("/etc/rabbitmq/definitions", definitions, StringComparison.Ordinal)
            .Replace("/run/secrets/authority", files.PathOf("secrets", "authority.crt"), StringComparison.Ordinal)
            .Replace("/run/secrets/broker-certificate", files.PathOf("secrets", "broker.crt"), StringComparison.Ordinal)
            .Replace("/run/secrets/broker-key", files.PathOf("secrets", "broker.key"), StringComparison.Ordinal);
        settings.ShouldNotContain("= /run/secrets");
        return new FleetBroker(files, await RabbitMqServer.StartAsync(cancellationToken, port, settings));
    }

    /// <summary>The key that signs models, or the public one that is trusted.</summary>
    public string SigningKey(bool isPublic) => _files.PathOf("secrets", isPublic ? "signing-public.pem" : "signing.pem");

    /// <summary>The file with the address, user and password of one service.</summary>
    public string AddressFileOf(FleetMember member) => _files.PathOf("secrets", $"broker-address-{member.Name}");

    /// <summary>The address for a user of the test's own.</summary>
    public string AddressOf(string user) => $"amqps://{user}:{user}@localhost:{Port}/{FleetDefinitions.VirtualHost}";

    public string AddressOf(FleetMember member) => File.ReadAllText(AddressFileOf(member)).Trim();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _files.Dispose();
    }

    private static async Task MakeSecretsAsync(string folder, int port, CancellationToken cancellationToken)
    {
        await using var script = RunningProcess.Start(
            "bash",
            [Path.Combine(Checkout.Root, "deploy", "make-secrets.sh"), folder],
            new Dictionary<string, string?> { ["BROKER_HOST"] = "localhost", ["BROKER_PORT"] = $"{port}" });
        (await script.WaitForExitAsync(cancellationToken)).ShouldBe(0, script.Output);
    }

    private static string ForTheTest(IReadOnlyList<(string Name, BrokerRights Rights)> users) => JsonSerializer.Serialize(new
    {
        users = users.Select(user => new { name = user.Name, password_hash = Hash(user.Name), hashing_algorithm = "rabbit_password_hashing_sha256", tags = Array.Empty<string>() }),
        permissions = users.Select(user => new { user = user.Name, vhost = FleetDefinitions.VirtualHost, configure = user.Rights.Configure, write = user.Rights.Write, read = user.Rights.Read }),
    });

    private static string Hash(string password)
    {
        byte[] salt = [1, 2, 3, 4];
        return Convert.ToBase64String([.. salt, .. SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(password)])]);
    }
}
