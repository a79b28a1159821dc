using System.Diagnostics;
using MassTransit;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>A person asks for an archived version.</summary>
internal sealed class RestoreOnCommand(IReceived received) : IConsumer<RestoreModel>
{
    public Task Consume(ConsumeContext<RestoreModel> context) => received.AddAsync(context.Message, Activity.Current?.Id, context.CancellationToken);
}
