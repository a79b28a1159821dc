using System.Diagnostics;
using MassTransit;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>A person asks for a training run.</summary>
internal sealed class RetrainOnCommand(IReceived received) : IConsumer<RetrainModel>
{
    public Task Consume(ConsumeContext<RetrainModel> context) => received.AddAsync(context.Message, Activity.Current?.Id, context.CancellationToken);
}
