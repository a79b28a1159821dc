using MassTransit;
using MassTransit.RabbitMqTransport;

namespace MonitoringDemo.ServiceDefaults.Messaging.Broker;

/// <summary>What one service has on the broker, by MassTransit's own rules: an exchange a message, an exchange and a queue a consumer, and two queues for what it fails on or does not know.</summary>
internal sealed class BusTopology
{
    private const string Everything = "MassTransit:Fault";

    private static readonly RabbitMqMessageNameFormatter _names = new();

    /// <param name="consumers">The service's consumers.</param>
    /// <param name="publishes">The messages that it publishes.</param>
    /// <param name="own">Those of the consumers of which each process has a queue of its own.</param>
    public BusTopology(IEnumerable<Type> consumers, IEnumerable<Type> publishes, OwnQueues? own = null)
    {
        var all = consumers.Distinct().Select(consumer => (Queue: QueueOf(consumer), Messages: ConsumerCatalog.MessagesOf(consumer))).ToList();
        var endpoints = all.Where(endpoint => own?.Consumers.Any(consumer => QueueOf(consumer) == endpoint.Queue) != true).ToList();
        OwnPatterns = [.. own?.Patterns ?? []];
        Own = own?.Process is null ? [] : [.. all.Except(endpoints).SelectMany(endpoint => endpoint.Messages.Select(message => (NameOf(message), $"{endpoint.Queue}-{own.Process}")))];
        Queues = Sorted(endpoints.Select(endpoint => endpoint.Queue));
        SetAside = Sorted(Queues.SelectMany(queue => new[] { $"{queue}_error", $"{queue}_skipped" }));
        Published = Sorted(publishes.Select(NameOf));
        Consumed = Sorted(all.SelectMany(endpoint => endpoint.Messages).Select(NameOf));
        Subscriptions = [.. endpoints.SelectMany(endpoint => endpoint.Messages.Select(message => (NameOf(message), endpoint.Queue))).Order()];
        // A message that cannot even be read is told by a fault of its own.
        Faults = all.Count == 0 ? [] : Sorted([.. all.SelectMany(endpoint => endpoint.Messages).Select(message => NameOf(typeof(Fault<>).MakeGenericType(message))), "MassTransit:ReceiveFault"]);
        AllFaults = all.Count == 0 ? [] : [Everything];
    }

    /// <summary>From a message's exchange to a queue that only this process has, and that goes with it; none where no process is meant.</summary>
    public IReadOnlyList<(string Message, string Queue)> Own { get; }

    /// <summary>What the names of such queues match in every process of the service.</summary>
    public IReadOnlyList<string> OwnPatterns { get; }

    /// <summary>One a consumer that all processes of the service share; the exchange that feeds it has the same name.</summary>
    public IReadOnlyList<string> Queues { get; }

    /// <summary>Queues for messages that failed for good or that nobody here knows, each with an exchange of the same name. MassTransit makes them when it first needs them.</summary>
    public IReadOnlyList<string> SetAside { get; }

    /// <summary>Exchanges of the messages that the service publishes.</summary>
    public IReadOnlyList<string> Published { get; }

    /// <summary>Exchanges of the messages that it consumes.</summary>
    public IReadOnlyList<string> Consumed { get; }

    /// <summary>From a message's exchange to a queue's.</summary>
    public IReadOnlyList<(string Message, string Queue)> Subscriptions { get; }

    /// <summary>Exchanges that tell of a message that failed, by its type.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>The exchange that every one of <see cref="Faults"/> is bound to; empty for a service that consumes nothing.</summary>
    public IReadOnlyList<string> AllFaults { get; }

    /// <summary>The queue of a consumer.</summary>
    public static string QueueOf(Type consumer) => KebabCaseEndpointNameFormatter.Instance.SanitizeName(consumer.Name);

    /// <summary>The exchange of a message.</summary>
    public static string NameOf(Type message) => _names.GetMessageName(message);

    private static List<string> Sorted(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];
}
