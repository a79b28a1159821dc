using System.Security.Cryptography.X509Certificates;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.EndToEnd.Tests.Broker;

public sealed class TlsTests
{
    [Fact]
    public async Task An_amqps_address_is_encrypted_on_any_port_and_a_certificate_of_another_authority_is_refused_with_the_reason()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var files = new TemporaryDirectory();
        using var authority = new TestAuthority("the broker's authority");
        using var stranger = new TestAuthority("somebody else");
        await File.WriteAllTextAsync(files.PathOf("authority.crt"), authority.Pem, cancellation);
        await File.WriteAllTextAsync(files.PathOf("stranger.crt"), stranger.Pem, cancellation);
        var server = authority.Sign("localhost");
        await using var broker = await StartAsync(files, server, cancellation);
        var address = $"amqps://guest:guest@localhost:{broker.Port}/";
        var arrived = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);

        await using var trusting = await BusHost.StartAsync(address, [typeof(KeepAnnouncement)], [typeof(AnnounceRelease)], cancellation, files.PathOf("authority.crt"), services => services.AddSingleton(arrived));
        await trusting.IsReadyAsync(cancellation);
        await trusting.Bus.PublishAsync(new AnnounceRelease("hits", "over TLS"), "1", cancellation);
        var text = await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellation);
        var metrics = await trusting.MetricsAsync(cancellation);

        text.ShouldBe("over TLS");
        using var shown = X509Certificate2.CreateFromPem(server.Certificate);
        metrics.ShouldContain($"mlops_broker_certificate_expiry_timestamp_seconds {new DateTimeOffset(shown.NotAfter).ToUnixTimeSeconds()}\n");
        (await RefusalAsync(address, files.PathOf("stranger.crt"), cancellation)).ShouldContain("issued by CN=the broker's authority) is not signed by an authority that stands in");
        (await RefusalAsync(address, null, cancellation)).ShouldContain("is not signed by an authority that this machine trusts (");
        (await RefusalAsync($"amqps://guest:guest@127.0.0.2:{broker.Port}/", files.PathOf("authority.crt"), cancellation)).ShouldContain("is not made for the host name in the address");
        broker.Output.ShouldNotContain("plain AMQP");
    }

    private static Task<RabbitMqServer> StartAsync(TemporaryDirectory files, (string Certificate, string Key) server, CancellationToken cancellationToken)
    {
        var port = FreePort.Next();
        File.WriteAllText(files.PathOf("broker.crt"), server.Certificate);
        File.WriteAllText(files.PathOf("broker.key"), server.Key);
        return RabbitMqServer.StartAsync(cancellationToken, port, $"""
            listeners.tcp = none
            listeners.ssl.1 = 127.0.0.1:{port}
            listeners.ssl.2 = 127.0.0.2:{port}
            ssl_options.cacertfile = {files.PathOf("authority.crt")}
            ssl_options.certfile = {files.PathOf("broker.crt")}
            ssl_options.keyfile = {files.PathOf("broker.key")}
            ssl_options.verify = verify_none
            distribution.listener.interface = 127.0.0.1
            """);
    }

    private static async Task<string> RefusalAsync(string address, string? authority, CancellationToken cancellationToken)
    {
        await using var host = await BusHost.StartAsync(address, [], [typeof(AnnounceRelease)], cancellationToken, authority);
        return await host.ReadyAsync((ready, body) => !ready && body.Contains("certificate", StringComparison.Ordinal), "The certificate is refused", cancellationToken);
    }

    internal sealed class KeepAnnouncement(TaskCompletionSource<string> arrived) : IConsumer<AnnounceRelease>
    {
        public Task Consume(ConsumeContext<AnnounceRelease> context)
        {
            arrived.TrySetResult(context.Message.RequestedBy);
            return Task.CompletedTask;
        }
    }
}
