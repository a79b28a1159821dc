using MassTransit;

namespace MonitoringDemo.ServiceDefaults.Messaging.Broker;

/// <summary>How the queues of the bus are made. A broker refuses to make one again in another way, so what stands here is for ever, or needs a new name.</summary>
internal static class QueueSettings
{
    /// <summary>How often a message is handed over before the broker itself parks it: it has ended the process, or the connection, each time.</summary>
    public const int MostDeliveries = 10;

    private const string QueueType = "x-queue-type";
    private const string DeliveryLimit = "x-delivery-limit";
    private const string Quorum = "quorum";

    /// <summary>Of a queue that nothing consumes. To look at its messages hands them over and takes them back, so that its limit has to be out of reach: a broker without one may have a default.</summary>
    public static IReadOnlyDictionary<string, object> Parked { get; } = new Dictionary<string, object> { [QueueType] = Quorum, [DeliveryLimit] = 1_000_000 };

    /// <summary>Of a consumer's queue. What the limit throws out is held until the parking queue has it, which asks for an overflow that refuses, though nothing overflows.</summary>
    public static IReadOnlyDictionary<string, object> Consumed(string parking) => new Dictionary<string, object>
    {
        [QueueType] = Quorum,
        [DeliveryLimit] = MostDeliveries,
        ["x-dead-letter-exchange"] = parking,
        ["x-dead-letter-strategy"] = "at-least-once",
        ["x-overflow"] = "reject-publish",
    };

    /// <summary>The parking queue of the service that a consumer belongs to: its assembly says which. The exchange that feeds it has the same name.</summary>
    public static string ParkingOf(Type consumer) => $"{KebabCaseEndpointNameFormatter.Instance.SanitizeName(consumer.Assembly.GetName().Name!.Split('.')[^1])}-parked";

    /// <summary>Lets MassTransit make a consumer's queue in this way, and the parking queue with it.</summary>
    /// <param name="queue">The consumer's queue.</param>
    /// <param name="parking">The parking queue of its service.</param>
    /// <param name="isShared">False for a queue that goes with its process: it is no quorum queue, and counts nothing.</param>
    public static void Apply(IRabbitMqReceiveEndpointConfigurator queue, string parking, bool isShared)
    {
        // Only the message that ended a process shall count as handed over, and none that waited behind it.
        queue.PrefetchCount = 1;
        queue.BindDeadLetterQueue(parking, parking, parked =>
        {
            foreach (var (name, value) in Parked) parked.SetQueueArgument(name, value);
        });
        if (!isShared) return;
        queue.SetQuorumQueue();
        foreach (var (name, value) in Consumed(parking)) queue.SetQueueArgument(name, value);
    }
}
