using MassTransit;
using MonitoringDemo.Messages.Alerting;

namespace MonitoringDemo.Alerting.Tests;

internal sealed class PublishedAlerts
{
    public List<object> Messages { get; } = [];
}

internal sealed class KeepPublishedAlerts(PublishedAlerts published) : IConsumer<AlertRaised>, IConsumer<AlertResolved>
{
    public Task Consume(ConsumeContext<AlertRaised> context) => Keep(context.Message);

    public Task Consume(ConsumeContext<AlertResolved> context) => Keep(context.Message);

    private Task Keep(object message)
    {
        published.Messages.Add(message);
        return Task.CompletedTask;
    }
}
