using System.Collections.Concurrent;
using MassTransit;

namespace MonitoringDemo.ServiceDefaults.Messaging;

/// <summary>Which consumers of this process get a message of which type.</summary>
internal sealed class ConsumerCatalog(IReadOnlyList<Type> consumers, bool countDeliveries)
{
    private readonly (Type Consumer, Type[] Messages)[] _consumers =
        [.. consumers.Distinct().Select(consumer => (consumer, MessagesOf(consumer)))];

    private readonly ConcurrentDictionary<Type, int> _deliveries = new();

    public IReadOnlyList<Type> Consumers { get; } = [.. consumers.Distinct()];

    /// <summary>False when a broker may hand messages to another process: then nothing can be counted here.</summary>
    public bool CountsDeliveries => countDeliveries;

    /// <summary>How many receive endpoints of this process get a copy, as far as that can be counted.</summary>
    public int DeliveriesOf(Type message) =>
        countDeliveries ? _deliveries.GetOrAdd(message, type => _consumers.Count(c => c.Messages.Any(m => m.IsAssignableFrom(type)))) : 0;

    private static Type[] MessagesOf(Type consumer)
    {
        var messages = consumer.GetInterfaces()
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IConsumer<>))
            .Select(i => i.GetGenericArguments()[0])
            .ToArray();
        return messages.Length > 0 ? messages : throw new ArgumentException($"{consumer.FullName} implements no IConsumer<T>.", nameof(consumer));
    }
}
