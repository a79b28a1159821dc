using MassTransit;
using MonitoringDemo.Messages;

namespace MonitoringDemo.ServiceDefaults.Messaging;

internal sealed class MessageBus(IBus bus, ConsumerCatalog consumers, BusActivity activity, ServiceIdentity identity, PublishLimit? limit = null) : IMessageBus
{
    public async Task PublishAsync<T>(T message, string key, CancellationToken cancellationToken = default)
        where T : class
    {
        // The runtime type, not T: an outbox publishes objects.
        var type = message.GetType();
        if (!consumers.MayPublish(type)) throw new InvalidOperationException($"{identity.Name} publishes {type.Name}, which its module does not declare: a broker would refuse it.");
        var id = MessageIds.For(identity.Name, type, key);
        var deliveries = consumers.DeliveriesOf(type);
        activity.Expect(deliveries);
        try
        {
            var pipe = Pipe.Execute<PublishContext>(context =>
            {
                context.MessageId = id;
                // Else the broker drops what no queue takes, and confirms it.
                if (type.IsDefined(typeof(CommandAttribute), inherit: false) && context.TryGetPayload(out RabbitMqSendContext? sent)) sent.Mandatory = true;
            });
            // Within the process nothing can hang, and there is no limit.
            if (limit is null) await bus.Publish(message, type, pipe, cancellationToken);
            else await limit.HoldAsync(token => bus.Publish(message, type, pipe, token), type, cancellationToken);
        }
        catch
        {
            activity.Settle(deliveries);
            throw;
        }
    }
}
