using MassTransit;
using Microsoft.Extensions.Logging;

namespace MonitoringDemo.ServiceDefaults.Messaging;

/// <summary>Settles deliveries, and reports consumers that failed for good.</summary>
internal sealed class DeliveryObserver(BusActivity activity, MessagingTelemetry telemetry, ConsumerCatalog consumers, ILogger<DeliveryObserver> logger) : IReceiveObserver
{
    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context) => Settled();

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class
    {
        // MassTransit names the class with its namespace.
        var consumer = consumerType[(consumerType.LastIndexOfAny(['.', '+']) + 1)..];
        telemetry.Failed(consumer);
        logger.LogError(exception, "{Consumer} failed on {Message} {MessageId}; it is not tried again", consumer, typeof(T).Name, context.MessageId);
        return Task.CompletedTask;
    }

    public Task ReceiveFault(ReceiveContext context, Exception exception) => Settled();

    private Task Settled()
    {
        if (consumers.CountsDeliveries) activity.Settle(1);
        return Task.CompletedTask;
    }
}
