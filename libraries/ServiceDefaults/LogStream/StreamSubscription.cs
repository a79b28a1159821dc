using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>What a stream hands over from an offset on, in order. Nothing is ever refused, for a stream closes the connection on whoever does.</summary>
internal sealed class StreamSubscription : IAsyncDisposable
{
    private const string OffsetName = "x-stream-offset";
    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly TimeSpan _timeout;
    private readonly Channel<StreamDelivery> _arrived = Channel.CreateUnbounded<StreamDelivery>(new UnboundedChannelOptions { SingleReader = true });
    private volatile string? _fault;

    private StreamSubscription(IConnection connection, IChannel channel, TimeSpan timeout) => (_connection, _channel, _timeout) = (connection, channel, timeout);

    /// <param name="connection">A connection of its own, closed with it.</param>
    /// <param name="options">The stream, and how many messages may wait here.</param>
    /// <param name="fromOffset">The first message wanted; null for the first there is.</param>
    /// <param name="arrived">Called when a message came, or when none will come any more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<StreamSubscription> OpenAsync(IConnection connection, LogStreamOptions options, long? fromOffset, Action arrived, CancellationToken cancellationToken)
    {
        var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var subscription = new StreamSubscription(connection, channel, options.Timeout);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivered) => subscription.Take(delivered, arrived);
        consumer.UnregisteredAsync += (_, _) => subscription.Break("The broker ended the reading of the stream.", arrived);
        channel.ChannelShutdownAsync += (_, shutdown) => subscription.Break($"The broker closed the channel: {shutdown.ReplyText}.", arrived);
        await channel.BasicQosAsync(0, options.Prefetch, global: false, cancellationToken);
        var from = new Dictionary<string, object?> { [OffsetName] = fromOffset is { } offset ? offset : "first" };
        await channel.BasicConsumeAsync(options.Name, autoAck: false, consumerTag: "", noLocal: false, exclusive: false, from, consumer, cancellationToken);
        return subscription;
    }

    /// <summary>The next message, if there is one here.</summary>
    public bool TryTake([NotNullWhen(true)] out StreamDelivery? delivery) => _arrived.Reader.TryRead(out delivery);

    /// <summary>Asks for as many more as have been taken up to this one.</summary>
    public async Task AcknowledgeAsync(StreamDelivery last, CancellationToken cancellationToken) => await _channel.BasicAckAsync(last.Tag, multiple: true, cancellationToken);

    /// <exception cref="IOException">No more will come.</exception>
    public void ThrowIfBroken()
    {
        if (_fault is { } fault) throw new IOException(fault);
    }

    public async ValueTask DisposeAsync()
    {
        // A broker that does not answer is not waited for.
        await _connection.AbortAsync(_timeout);
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private Task Take(BasicDeliverEventArgs delivered, Action arrived)
    {
        // The client takes the bytes back when this returns.
        var body = delivered.Body.ToArray();
        var headers = delivered.BasicProperties.Headers;
        var offset = headers?.TryGetValue(OffsetName, out var value) == true && value is long number ? number : -1;
        _arrived.Writer.TryWrite(new StreamDelivery(delivered.DeliveryTag, offset, ShippedMessage.Of(delivered.BasicProperties, body), body));
        arrived();
        return Task.CompletedTask;
    }

    private Task Break(string fault, Action arrived)
    {
        _fault ??= fault;
        arrived();
        return Task.CompletedTask;
    }
}
