using MassTransit;

namespace MonitoringDemo.ServiceDefaults.Messaging;

internal sealed class MessageBus(IBus bus, ConsumerCatalog consumers, BusActivity activity, ServiceIdentity identity) : IMessageBus
{
    public async Task PublishAsync<T>(T message, string key, CancellationToken cancellationToken = default)
        where T : class
    {
        // The runtime type, not T: an outbox publishes objects.
        var type = message.GetType();
        var id = MessageIds.For(identity.Name, type, key);
        var deliveries = consumers.DeliveriesOf(type);
        activity.Expect(deliveries);
        try
        {
            await bus.Publish(message, type, Pipe.Execute<PublishContext>(context => context.MessageId = id), cancellationToken);
        }
        catch
        {
            activity.Settle(deliveries);
            throw;
        }
    }
}
