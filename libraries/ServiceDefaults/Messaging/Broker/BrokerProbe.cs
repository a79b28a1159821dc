using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace MonitoringDemo.ServiceDefaults.Messaging.Broker;

/// <summary>Does once, on a connection of its own, all that MassTransit will do with this service's exchanges and queues, and says which right is missing.</summary>
/// <remarks>MassTransit itself answers a refusal by trying again without end, and calls the bus healthy meanwhile. No message is sent or taken.</remarks>
internal sealed class BrokerProbe(BrokerAddress address, BrokerCertificate certificate, BusTopology topology)
{
    private const ushort AccessRefused = 403;

    /// <summary>What stands in the way.</summary>
    /// <exception cref="BrokerUnreachableException">There is no broker, or it does not let this user in.</exception>
    public async Task<BrokerAnswer> AskAsync(CancellationToken cancellationToken)
    {
        await using var connection = await address.Factory(certificate).CreateConnectionAsync(cancellationToken);
        var (missing, outdated) = (new List<string>(), new List<string>());
        string[] fed = [.. topology.Queues, .. topology.Parking];
        foreach (var exchange in fed.Concat(topology.Published).Concat(topology.Consumed).Distinct())
            await TryAsync($"configure on exchange '{exchange}'", channel => channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: cancellationToken));
        foreach (var (queue, settings) in topology.Declared)
            await TryAsync($"configure on queue '{queue}'", channel => channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, settings.ToDictionary(pair => pair.Key, object? (pair) => pair.Value), cancellationToken: cancellationToken), queue);
        // What is not there cannot be bound or written to: the answer would be that it is missing.
        if (missing.Count > 0 || outdated.Count > 0) return new BrokerAnswer(missing, outdated);

        foreach (var queue in fed)
            await TryAsync($"write on queue '{queue}' and read on its exchange", channel => channel.QueueBindAsync(queue, queue, "", cancellationToken: cancellationToken));
        foreach (var (message, queue) in topology.Subscriptions)
            await TryAsync($"write on exchange '{queue}' and read on exchange '{message}'", channel => channel.ExchangeBindAsync(queue, message, "", cancellationToken: cancellationToken));
        foreach (var exchange in topology.Published.Concat(topology.Parking))
            await TryAsync($"write on exchange '{exchange}'", channel => PublishNothingAsync(channel, exchange, cancellationToken));
        foreach (var queue in topology.Queues)
            await TryAsync($"read on queue '{queue}'", channel => ConsumeNothingAsync(channel, queue, cancellationToken));
        foreach (var (message, queue) in topology.Own)
            await TryAsync($"configure, write and read on queues such as '{queue}'", channel => TryOwnAsync(channel, message, $"{queue}-probe", cancellationToken));
        return new BrokerAnswer(missing, outdated);

        async Task TryAsync(string right, Func<IChannel, Task> act, string? declared = null)
        {
            // A refusal closes the channel.
            await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), cancellationToken);
            try
            {
                await act(channel);
            }
            catch (OperationInterruptedException e) when (e.ShutdownReason is { ReplyCode: AccessRefused })
            {
                missing.Add(right);
            }
            catch (OperationInterruptedException e) when (declared is not null && e.ShutdownReason is { ReplyCode: Constants.PreconditionFailed })
            {
                outdated.Add(declared);
            }
        }
    }

    /// <summary>With another name than the queue has: both go with the connection.</summary>
    private static async Task TryOwnAsync(IChannel channel, string message, string queue, CancellationToken cancellationToken)
    {
        await channel.QueueDeclareAsync(queue, durable: false, exclusive: true, autoDelete: false, cancellationToken: cancellationToken);
        await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: false, autoDelete: true, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(queue, queue, "", cancellationToken: cancellationToken);
        await channel.ExchangeBindAsync(queue, message, "", cancellationToken: cancellationToken);
        await channel.QueueDeleteAsync(queue, ifUnused: false, ifEmpty: false, cancellationToken: cancellationToken);
    }

    /// <summary>The broker asks for the right first and then refuses what no message may claim: a sender who is somebody else, and a lifetime that is no number.</summary>
    private static async Task PublishNothingAsync(IChannel channel, string exchange, CancellationToken cancellationToken)
    {
        try
        {
            await channel.BasicPublishAsync(exchange, "", mandatory: false, new BasicProperties { UserId = "nobody", Expiration = "probe" }, ReadOnlyMemory<byte>.Empty, cancellationToken);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason is { ReplyCode: Constants.PreconditionFailed })
        {
            // As meant.
        }
    }

    /// <summary>In the same way: a priority that is no number. Where a broker takes that, the consumer ends with the channel, and what it was handed goes back.</summary>
    private static async Task ConsumeNothingAsync(IChannel channel, string queue, CancellationToken cancellationToken)
    {
        try
        {
            await channel.BasicConsumeAsync(queue, autoAck: false, consumerTag: "", noLocal: false, exclusive: false,
                new Dictionary<string, object?> { ["x-priority"] = "probe" }, new AsyncEventingBasicConsumer(channel), cancellationToken);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason is { ReplyCode: Constants.PreconditionFailed })
        {
            // As meant.
        }
    }
}
