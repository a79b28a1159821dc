using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace MonitoringDemo.EndToEnd.Tests.Broker;

/// <summary>What a program that is not ours could try with the password of one of the fleet's users.</summary>
internal sealed class OwnConnection(IConnection connection) : IAsyncDisposable
{
    public static async Task<OwnConnection> OpenAsync(string address, string authority, CancellationToken cancellationToken)
    {
        var issuer = X509CertificateLoader.LoadCertificateFromFile(authority).Subject;
        var factory = new ConnectionFactory
        {
            Uri = new Uri(address),
            AutomaticRecoveryEnabled = false,
            // Whether the broker is the right one is for the tests of TLS.
            Ssl = new SslOption("localhost", enabled: true) { Version = SslProtocols.None, CertificateValidationCallback = (_, shown, _, _) => shown?.Issuer == issuer },
        };
        return new OwnConnection(await factory.CreateConnectionAsync(cancellationToken));
    }

    /// <summary>Messages that lie in a queue.</summary>
    public async Task<uint> CountAsync(string queue, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        return await channel.MessageCountAsync(queue, cancellationToken);
    }

    public async Task PurgeAsync(string queue, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        await channel.QueuePurgeAsync(queue, cancellationToken);
    }

    public async Task PublishAsync(string exchange, string body, CancellationToken cancellationToken)
    {
        await using var channel = await ConfirmingAsync(cancellationToken);
        await channel.BasicPublishAsync(exchange, "", mandatory: false, new BasicProperties { ContentType = "application/vnd.masstransit+json" }, System.Text.Encoding.UTF8.GetBytes(body), cancellationToken);
    }

    /// <summary>True when the broker answers that this user has no right to.</summary>
    public async Task<bool> IsRefusedAsync(Func<IChannel, Task> act, CancellationToken cancellationToken)
    {
        await using var channel = await ConfirmingAsync(cancellationToken);
        try
        {
            await act(channel);
            return false;
        }
        catch (OperationInterruptedException e)
        {
            ((int)e.ShutdownReason!.ReplyCode).ShouldBe(Constants.AccessRefused, e.Message);
            return true;
        }
    }

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();

    private Task<IChannel> ConfirmingAsync(CancellationToken cancellationToken) => connection.CreateChannelAsync(new CreateChannelOptions(true, true), cancellationToken);
}
