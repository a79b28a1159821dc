using System.Diagnostics;
using MonitoringDemo.InferenceLog;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace MonitoringDemo.Throughput.Stream;

/// <summary>The records of a log over a stream that is used bare: one message each, as it stands, with confirmations, to two consumers that count the bytes and do nothing else.</summary>
internal static class BareStream
{
    private const int Window = 256;
    private const ushort Prefetch = 64;

    /// <summary>Those of the fleet's stream.</summary>
    public static Dictionary<string, object?> Arguments { get; } =
        new() { ["x-queue-type"] = "stream", ["x-max-length-bytes"] = 8_589_934_592L, ["x-stream-max-segment-size-bytes"] = 67_108_864L };

    /// <returns>From the first message sent until both have the last.</returns>
    public static async Task<TimeSpan> CarryAsync(string address, RecordedLog log, string name, CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory { Uri = new Uri(address) };
        await using var sending = await factory.CreateConnectionAsync(cancellationToken);
        await using var channel = await sending.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: false), cancellationToken);
        await channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false, Arguments, cancellationToken: cancellationToken);
        await using var first = await factory.CreateConnectionAsync(cancellationToken);
        await using var second = await factory.CreateConnectionAsync(cancellationToken);
        var arrived = Task.WhenAll(await ReadAsync(first, name, log.Bytes, cancellationToken), await ReadAsync(second, name, log.Bytes, cancellationToken));

        var began = Stopwatch.GetTimestamp();
        await SendAsync(channel, name, log, cancellationToken);
        await arrived.WaitAsync(cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(began);
        await channel.QueueDeleteAsync(name, cancellationToken: cancellationToken);
        return elapsed;
    }

    private static async Task SendAsync(IChannel channel, string name, RecordedLog log, CancellationToken cancellationToken)
    {
        using var room = new SemaphoreSlim(Window);
        var confirmed = 0UL;
        channel.BasicAcksAsync += (_, ack) =>
        {
            // The broker confirms in order here: one channel, one stream.
            room.Release((int)(ack.DeliveryTag - confirmed));
            confirmed = ack.DeliveryTag;
            return Task.CompletedTask;
        };
        using var frames = new InferenceLogFiles(log.Directory).OpenFrames(0);
        var properties = new BasicProperties { Persistent = true };
        while (frames.TryRead(out var frame, out _))
        {
            await room.WaitAsync(cancellationToken);
            await channel.BasicPublishAsync("", name, mandatory: true, properties, frame, cancellationToken);
        }

        for (var i = 0; i < Window; i++) await room.WaitAsync(cancellationToken);
    }

    /// <returns>Ends when all bytes have come.</returns>
    private static async Task<Task> ReadAsync(IConnection connection, string name, long bytes, CancellationToken cancellationToken)
    {
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var consumer = new AsyncEventingBasicConsumer(channel);
        var (come, taken) = (0L, 0);
        consumer.ReceivedAsync += async (_, delivered) =>
        {
            come += delivered.Body.ToArray().Length;
            if (++taken % (Prefetch / 2) == 0) await channel.BasicAckAsync(delivered.DeliveryTag, multiple: true, cancellationToken);
            if (come == bytes) all.SetResult();
        };
        await channel.BasicQosAsync(0, Prefetch, global: false, cancellationToken);
        await channel.BasicConsumeAsync(name, autoAck: false, "", noLocal: false, exclusive: false, new Dictionary<string, object?> { ["x-stream-offset"] = "first" }, consumer, cancellationToken);
        return all.Task;
    }
}
