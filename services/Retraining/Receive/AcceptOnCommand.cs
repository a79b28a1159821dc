using System.Diagnostics;
using MassTransit;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>The data's owner says that what was found broken is well.</summary>
internal sealed class AcceptOnCommand(ReceivedMessages received) : IConsumer<AcceptData>
{
    public Task Consume(ConsumeContext<AcceptData> context)
    {
        received.Add(context.Message, Activity.Current?.Id);
        return Task.CompletedTask;
    }
}
