using System.Collections.Concurrent;
using MassTransit;

namespace MonitoringDemo.ServiceDefaults.Messaging;

/// <summary>Which consumers of this process get a message of which type, and which messages it publishes.</summary>
/// <param name="publishes">Null when anything may be published.</param>
internal sealed class ConsumerCatalog(IReadOnlyList<Type> consumers, IReadOnlyList<Type>? publishes, bool countDeliveries)
{
    private readonly (Type Consumer, Type[] Messages)[] _consumers =
        [.. consumers.Distinct().Select(consumer => (consumer, MessagesOf(consumer)))];

    private readonly ConcurrentDictionary<Type, int> _deliveries = new();

    private readonly HashSet<Type>? _publishes = publishes?.ToHashSet();

    public IReadOnlyList<Type> Consumers { get; } = OfDifferentNames([.. consumers.Distinct()]);

    /// <summary>What the process declared that it publishes; empty when it declared nothing.</summary>
    public IReadOnlyList<Type> Publishes { get; } = [.. (publishes ?? []).Distinct()];

    /// <summary>False when a broker may hand messages to another process: then nothing can be counted here.</summary>
    public bool CountsDeliveries => countDeliveries;

    /// <summary>False when the process declared what it publishes, and this is not among it.</summary>
    public bool MayPublish(Type message) => _publishes is null || _publishes.Contains(message);

    /// <summary>How many receive endpoints of this process get a copy, as far as that can be counted.</summary>
    public int DeliveriesOf(Type message) =>
        countDeliveries ? _deliveries.GetOrAdd(message, type => _consumers.Count(c => c.Messages.Any(m => m.IsAssignableFrom(type)))) : 0;

    // A queue is named after the class: two of one name would share it, and each message would reach one of them.
    private static List<Type> OfDifferentNames(List<Type> consumers) => consumers.GroupBy(consumer => consumer.Name).FirstOrDefault(same => same.Count() > 1) is { } twice
        ? throw new ArgumentException($"{string.Join(" and ", twice.Select(consumer => consumer.FullName))} have one name, and would share one queue: rename one of them.", nameof(consumers))
        : consumers;

    internal static Type[] MessagesOf(Type consumer)
    {
        var messages = consumer.GetInterfaces()
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IConsumer<>))
            .Select(i => i.GetGenericArguments()[0])
            .ToArray();
        return messages.Length > 0 ? messages : throw new ArgumentException($"{consumer.FullName} implements no IConsumer<T>.", nameof(consumer));
    }
}
