using System.Text;
using MonitoringDemo.EndToEnd.Tests.Processes;
using RabbitMQ.Client;

namespace MonitoringDemo.EndToEnd.Tests.Broker;

/// <summary>What somebody without MassTransit does on a broker without TLS.</summary>
internal sealed class PlainConnection(IConnection connection) : IAsyncDisposable
{
    public static async Task<PlainConnection> OpenAsync(RabbitMqServer broker, CancellationToken cancellationToken) =>
        new(await new ConnectionFactory { Uri = new Uri($"amqp://guest:guest@127.0.0.1:{broker.Port}/"), AutomaticRecoveryEnabled = false }.CreateConnectionAsync(cancellationToken));

    public async Task PublishAsync(string exchange, string body, CancellationToken cancellationToken, params (string Name, object Value)[] headers)
    {
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), cancellationToken);
        var properties = new BasicProperties { ContentType = "application/vnd.masstransit+json", Persistent = true, Headers = headers.ToDictionary(header => header.Name, object? (header) => header.Value) };
        await channel.BasicPublishAsync(exchange, "", mandatory: true, properties, Encoding.UTF8.GetBytes(body), cancellationToken);
    }

    /// <summary>True when there was a message to take; it is in the hands of this connection then.</summary>
    public async Task<bool> TakesAsync(string queue, CancellationToken cancellationToken)
    {
        var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        for (var tries = 0; tries < 20; tries++)
        {
            // What a connection that has just ended held is back a moment later.
            if (await channel.BasicGetAsync(queue, autoAck: false, cancellationToken) is not null) return true;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }

        return false;
    }

    /// <summary>A queue as versions before quorum queues made it.</summary>
    public async Task DeclareAsync(string queue, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);
    }

    public async Task<uint> CountAsync(string queue, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        return await channel.MessageCountAsync(queue, cancellationToken);
    }

    public async Task DeleteAsync(string queue, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        await channel.QueueDeleteAsync(queue, cancellationToken: cancellationToken);
    }

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();
}
