using RabbitMQ.Client;

namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>Publishes in order, with a bounded number of messages that the broker has not confirmed yet. For one caller at a time; once something went wrong it is of no use any more.</summary>
/// <remarks>The client's own tracking of confirmations is not used: with it publishes that wait at the same time may overtake each other.</remarks>
internal sealed class ConfirmedPublisher : IAsyncDisposable
{
    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly string _exchange;
    private readonly int _window;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Queue<(ulong Tag, long Next)> _underWay = new();
    private readonly HashSet<ulong> _early = [];
    private readonly SemaphoreSlim _room;
    private readonly CancellationTokenSource _broken = new();
    private ulong _tag;
    private long _confirmedTo;
    private string? _fault;

    private ConfirmedPublisher(IConnection connection, IChannel channel, LogStreamOptions options, TimeProvider time, long from)
    {
        (_connection, _channel, _exchange, _window, _timeout, _time, _confirmedTo) = (connection, channel, options.Name, options.Window, options.Timeout, time, from);
        _room = new SemaphoreSlim(_window);
        channel.BasicAcksAsync += (_, ack) => Done(() => Confirm(ack.DeliveryTag, ack.Multiple));
        channel.BasicNacksAsync += (_, _) => Done(() => Break("The broker did not take a record."));
        channel.BasicReturnAsync += (_, returned) => Done(() => Break($"The exchange '{_exchange}' leads to no stream: {returned.ReplyText}."));
        channel.ChannelShutdownAsync += (_, shutdown) => Done(() => Break($"The broker closed the channel: {shutdown.ReplyText}."));
    }

    /// <summary>What was given with the last message before which every one has been confirmed.</summary>
    public long ConfirmedTo => Volatile.Read(ref _confirmedTo);

    /// <param name="connection">A connection of its own, closed with it.</param>
    /// <param name="options">Exchange, window and timeout.</param>
    /// <param name="time">Measures the timeout.</param>
    /// <param name="from">What has been confirmed before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ConfirmedPublisher> OpenAsync(IConnection connection, LogStreamOptions options, TimeProvider time, long from, CancellationToken cancellationToken)
    {
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: false), cancellationToken);
        return new ConfirmedPublisher(connection, channel, options, time, from);
    }

    /// <summary>Publishes one message as soon as there is room for it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="next">What <see cref="ConfirmedTo"/> is to be once this one and all before it are confirmed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">The broker did not answer in time, or did not take a message.</exception>
    public Task PublishAsync(ShippedMessage message, long next, CancellationToken cancellationToken) => WithinAsync(
        async token =>
        {
            await _room.WaitAsync(token);
            lock (_gate) _underWay.Enqueue((++_tag, next));
            await _channel.BasicPublishAsync(_exchange, "", mandatory: true, message.Properties(), message.Body, token);
        },
        cancellationToken);

    /// <summary>Waits until everything is confirmed.</summary>
    /// <exception cref="IOException">The broker did not answer in time, or did not take a message.</exception>
    public Task AllConfirmedAsync(CancellationToken cancellationToken) => WithinAsync(
        async token =>
        {
            for (var i = 0; i < _window; i++) await _room.WaitAsync(token);
            _room.Release(_window);
        },
        cancellationToken);

    /// <exception cref="IOException">Something went wrong since.</exception>
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
        _room.Dispose();
        _broken.Dispose();
    }

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private async Task WithinAsync(Func<CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        ThrowIfBroken();
        using var timer = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, _broken.Token, cancellationToken);
        try
        {
            await act(either.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException(_fault ?? FormattableString.Invariant($"The broker did not confirm within {_timeout.TotalSeconds:0.#} s."), e);
        }
    }

    private void Confirm(ulong tag, bool multiple)
    {
        lock (_gate)
        {
            // A message that leads nowhere is returned first and confirmed after: what is confirmed since then may be that one.
            if (_fault is not null) return;
            _early.Add(tag);
            var freed = 0;
            while (_underWay.TryPeek(out var oldest) && (_early.Remove(oldest.Tag) || (multiple && oldest.Tag <= tag)))
            {
                Volatile.Write(ref _confirmedTo, _underWay.Dequeue().Next);
                freed++;
            }

            if (multiple) _early.RemoveWhere(early => early <= tag);
            if (freed > 0) _room.Release(freed);
        }
    }

    private void Break(string fault)
    {
        Interlocked.CompareExchange(ref _fault, fault, null);
        _broken.Cancel();
    }
}
