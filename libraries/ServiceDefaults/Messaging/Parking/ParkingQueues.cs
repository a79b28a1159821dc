using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Messaging.Broker;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace MonitoringDemo.ServiceDefaults.Messaging.Parking;

/// <summary>Looks into parking queues, puts messages back where they lay, and drops them. Whatever interrupts it, no message is lost: one that is put back is taken away only when the broker has confirmed it.</summary>
public sealed class ParkingQueues : IAsyncDisposable
{
    /// <summary>How many messages of a queue are looked at: more would have to be held here all at once.</summary>
    public const int MostAtOnce = 10_000;

    private static readonly TimeSpan _longestReturn = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _betweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly IConnection _connection;

    private ParkingQueues(IConnection connection) => _connection = connection;

    /// <summary>Connects as a service does: by <c>ConnectionStrings:RabbitMQ</c> or its file, and over TLS by the same rules.</summary>
    /// <exception cref="OptionsValidationException">There is no address, or it is none.</exception>
    /// <exception cref="IOException">The broker is not there or does not let this user in.</exception>
    public static async Task<ParkingQueues> OpenAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var address = BrokerAddress.Read(configuration)
            ?? throw new OptionsValidationException("ConnectionStrings:RabbitMQ", typeof(Uri), ["No broker is named: set ConnectionStrings__RabbitMQ=amqps://USER:PASSWORD@HOST:5671/VHOST, or ConnectionStrings__RabbitMQ_FILE"]);
        var options = configuration.GetSection(MessagingOptions.Section).Get<MessagingOptions>() ?? new MessagingOptions();
        var certificate = new BrokerCertificate(Options.Create(options));
        try
        {
            return new ParkingQueues(await address.Factory(certificate).CreateConnectionAsync(cancellationToken));
        }
        catch (Exception e) when (e is RabbitMQClientException or IOException)
        {
            throw new IOException($"The broker cannot be used: {certificate.Refusal ?? e.GetBaseException().Message}", e);
        }
    }

    /// <summary>What lies in a parking queue, oldest first; nothing when it is not there.</summary>
    /// <exception cref="UnauthorizedAccessException">Something lies there that this user may not look at.</exception>
    public async Task<IReadOnlyList<ParkedMessage>> ListAsync(ParkingPlace place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        var seen = new List<ParkedMessage>();
        await WalkAsync(place, (message, _, _) =>
        {
            seen.Add(message);
            return Task.FromResult(false);
        }, cancellationToken);
        return [.. seen.OrderBy(message => message.ParkedAt)];
    }

    /// <summary>Puts messages back into the queue that they lay in.</summary>
    /// <param name="place">The parking queue.</param>
    /// <param name="which">Whether a message is meant.</param>
    /// <param name="to">Another of the service's queues, for a message that does not say where it lay; null otherwise.</param>
    /// <param name="cancellationToken">Gives up; what was not put back stays.</param>
    /// <returns>Those that were put back, and those that were not because no queue of the service is named.</returns>
    /// <exception cref="IOException">The broker does not take one: its queue is gone, or a right is missing. It stays parked.</exception>
    public async Task<(IReadOnlyList<ParkedMessage> PutBack, IReadOnlyList<ParkedMessage> Left)> ReplayAsync(ParkingPlace place, Func<ParkedMessage, bool> which, string? to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        var (putBack, left) = (new List<ParkedMessage>(), new List<ParkedMessage>());
        await WalkAsync(place, async (message, got, channel) =>
        {
            if (!which(message)) return false;
            // What it says itself may be made up: with the rights of who replays it could go anywhere.
            if ((to ?? message.From) is not { } queue || !place.Feeds.Contains(queue))
            {
                left.Add(message);
                return false;
            }

            await PublishAsync(channel, queue, got, cancellationToken);
            putBack.Add(message);
            return true;
        }, cancellationToken);
        return (putBack, left);
    }

    /// <summary>Takes messages away for good.</summary>
    /// <returns>Those that are gone.</returns>
    public async Task<IReadOnlyList<ParkedMessage>> DropAsync(ParkingPlace place, Func<ParkedMessage, bool> which, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        var dropped = new List<ParkedMessage>();
        await WalkAsync(place, (message, _, _) =>
        {
            var isMeant = which(message);
            if (isMeant) dropped.Add(message);
            return Task.FromResult(isMeant);
        }, cancellationToken);
        return dropped;
    }

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();

    private static async Task PublishAsync(IChannel channel, string queue, BasicGetResult got, CancellationToken cancellationToken)
    {
        var properties = new BasicProperties(got.BasicProperties) { Persistent = true };
        properties.Headers = got.BasicProperties.Headers?.Where(header => !ParkedHeaders.IsOne(header.Key)).ToDictionary(header => header.Key, header => header.Value);
        try
        {
            await channel.BasicPublishAsync(queue, "", mandatory: true, properties, got.Body, cancellationToken);
        }
        catch (RabbitMQClientException e)
        {
            throw new IOException($"A message could not be put back into {queue}, and stays parked: {e.Message}", e);
        }
    }

    /// <summary>Takes every message into the hand, does with each what is asked, acknowledges it where the answer is true, and gives the others back; so does the broker when the connection ends.</summary>
    private async Task WalkAsync(ParkingPlace place, Func<ParkedMessage, BasicGetResult, IChannel, Task<bool>> visit, CancellationToken cancellationToken)
    {
        await using var channel = await _connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
        var (count, held, last) = (0u, 0u, 0ul);
        try
        {
            // No more than there are now: what is given back would come again.
            count = Math.Min((await channel.QueueDeclarePassiveAsync(place.Queue, cancellationToken)).MessageCount, MostAtOnce);
            for (var i = 0; i < count && await channel.BasicGetAsync(place.Queue, autoAck: false, cancellationToken) is { } got; i++)
            {
                if (await visit(ParkedMessage.Read(place.Queue, got.BasicProperties, got.Body), got, channel)) await channel.BasicAckAsync(got.DeliveryTag, multiple: false, cancellationToken);
                else (held, last) = (held + 1, got.DeliveryTag);
            }

            if (held > 0) await GiveBackAsync(channel, place.Queue, held, last, cancellationToken);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason is { ReplyCode: Constants.AccessRefused })
        {
            throw new UnauthorizedAccessException($"{count} {(count == 1 ? "message lies" : "messages lie")} in {place.Queue}, and this user may not look at them.", e);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason is { ReplyCode: Constants.NotFound })
        {
            // The service has never been on this broker.
        }
    }

    /// <summary>The broker puts them back a moment after it was told: whoever looks next has to find them.</summary>
    private static async Task GiveBackAsync(IChannel channel, string queue, uint held, ulong last, CancellationToken cancellationToken)
    {
        await channel.BasicNackAsync(last, multiple: true, requeue: true, cancellationToken);
        var time = TimeProvider.System;
        var began = time.GetTimestamp();
        while ((await channel.QueueDeclarePassiveAsync(queue, cancellationToken)).MessageCount < held && time.GetElapsedTime(began) < _longestReturn)
            await Task.Delay(_betweenLooks, time, cancellationToken);
    }
}
