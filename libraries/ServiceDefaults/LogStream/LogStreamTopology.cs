using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>The stream and the exchange that feeds it, each of the same name: a right on an exchange of its own is a right on nothing else, which one on the default exchange would not be.</summary>
internal static class LogStreamTopology
{
    /// <summary>The arguments of the stream. The broker deletes whole segments, and looks only when one is full.</summary>
    public static IReadOnlyDictionary<string, object> Arguments { get; } = new Dictionary<string, object>
    {
        ["x-queue-type"] = "stream",
        ["x-max-length-bytes"] = 8_589_934_592L,
        ["x-stream-max-segment-size-bytes"] = 67_108_864L,
    };

    /// <summary>Looks whether the stream is there, makes it where nobody has, and binds it: also one that somebody made and died before it was bound.</summary>
    /// <returns>True when it had to be made: what was ever in a stream of that name is gone.</returns>
    /// <exception cref="OperationInterruptedException">The broker refuses to make it.</exception>
    public static async Task<bool> EnsureAsync(IConnection connection, string name, CancellationToken cancellationToken)
    {
        var isNew = !await IsThereAsync(connection, name, cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            await channel.ExchangeDeclareAsync(name, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: cancellationToken);
            if (isNew) await channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false, Arguments.ToDictionary(pair => pair.Key, object? (pair) => pair.Value), cancellationToken: cancellationToken);
            await channel.QueueBindAsync(name, name, "", cancellationToken: cancellationToken);
        }
        catch (OperationInterruptedException e) when (!isNew && e.ShutdownReason is { ReplyCode: Constants.AccessRefused })
        {
            // Where the broker's definitions have made all of it, nobody else may.
        }

        return isNew;
    }

    private static async Task<bool> IsThereAsync(IConnection connection, string name, CancellationToken cancellationToken)
    {
        // A refusal closes the channel, and it is closed by then where it is disposed of.
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            await channel.QueueDeclarePassiveAsync(name, cancellationToken);
            return true;
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason is { ReplyCode: Constants.NotFound })
        {
            return false;
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason is { ReplyCode: Constants.AccessRefused })
        {
            // Who may not even ask finds out by publishing or consuming.
            return true;
        }
    }
}
