using MassTransit;
using MassTransit.RabbitMqTransport;

namespace MonitoringDemo.ServiceDefaults.Messaging.Broker;

/// <summary>What one service has on the broker: an exchange a message, an exchange and a queue a consumer, by MassTransit's own rules, and a parking queue for what its consumers cannot handle.</summary>
internal sealed class BusTopology
{
    private static readonly RabbitMqMessageNameFormatter _names = new();

    /// <param name="consumers">The service's consumers.</param>
    /// <param name="publishes">The messages that it publishes.</param>
    /// <param name="own">Those of the consumers of which each process has a queue of its own.</param>
    public BusTopology(IEnumerable<Type> consumers, IEnumerable<Type> publishes, OwnQueues? own = null)
    {
        var all = consumers.Distinct().Select(consumer => (Queue: QueueOf(consumer), Parking: QueueSettings.ParkingOf(consumer), Messages: ConsumerCatalog.MessagesOf(consumer))).ToList();
        var endpoints = all.Where(endpoint => own?.Consumers.Any(consumer => QueueOf(consumer) == endpoint.Queue) != true).ToList();
        var alone = own?.Process is null ? [] : all.Except(endpoints).Select(endpoint => endpoint with { Queue = $"{endpoint.Queue}-{own.Process}" }).ToList();
        OwnPatterns = [.. own?.Patterns ?? []];
        Own = [.. alone.SelectMany(endpoint => endpoint.Messages.Select(message => (NameOf(message), endpoint.Queue)))];
        Queues = Sorted(endpoints.Select(endpoint => endpoint.Queue));
        Parking = Sorted(all.Select(endpoint => endpoint.Parking));
        ParkingOf = endpoints.Concat(alone).ToDictionary(endpoint => endpoint.Queue, endpoint => endpoint.Parking);
        Published = Sorted(publishes.Select(NameOf));
        Consumed = Sorted(all.SelectMany(endpoint => endpoint.Messages).Select(NameOf));
        Subscriptions = [.. endpoints.SelectMany(endpoint => endpoint.Messages.Select(message => (NameOf(message), endpoint.Queue))).Order()];
    }

    /// <summary>From a message's exchange to a queue that only this process has, and that goes with it; none where no process is meant.</summary>
    public IReadOnlyList<(string Message, string Queue)> Own { get; }

    /// <summary>What the names of such queues match in every process of the service.</summary>
    public IReadOnlyList<string> OwnPatterns { get; }

    /// <summary>One a consumer that all processes of the service share; the exchange that feeds it has the same name.</summary>
    public IReadOnlyList<string> Queues { get; }

    /// <summary>Queues for messages that failed for good, that nobody here knows, or that ended the process again and again, each with an exchange of the same name. Nothing consumes them.</summary>
    public IReadOnlyList<string> Parking { get; }

    /// <summary>From a consumer's queue to the parking queue.</summary>
    public IReadOnlyDictionary<string, string> ParkingOf { get; }

    /// <summary>Exchanges of the messages that the service publishes.</summary>
    public IReadOnlyList<string> Published { get; }

    /// <summary>Exchanges of the messages that it consumes.</summary>
    public IReadOnlyList<string> Consumed { get; }

    /// <summary>From a message's exchange to a queue's.</summary>
    public IReadOnlyList<(string Message, string Queue)> Subscriptions { get; }

    /// <summary>Every queue, with the settings that it is made with; the parking queues first, for the others name them.</summary>
    public IEnumerable<(string Queue, IReadOnlyDictionary<string, object> Settings)> Declared =>
        [.. Parking.Select(queue => (queue, QueueSettings.Parked)), .. Queues.Select(queue => (queue, QueueSettings.Consumed(ParkingOf[queue])))];

    /// <summary>The queue of a consumer.</summary>
    public static string QueueOf(Type consumer) => KebabCaseEndpointNameFormatter.Instance.SanitizeName(consumer.Name);

    /// <summary>The exchange of a message.</summary>
    public static string NameOf(Type message) => _names.GetMessageName(message);

    private static List<string> Sorted(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];
}
