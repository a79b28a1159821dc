using System.Diagnostics;
using MassTransit;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>The data's owner says that what was found broken is well.</summary>
internal sealed class AcceptOnCommand(IReceived received) : IConsumer<AcceptData>
{
    public Task Consume(ConsumeContext<AcceptData> context) => received.AddAsync(context.Message, Activity.Current?.Id, context.CancellationToken);
}
