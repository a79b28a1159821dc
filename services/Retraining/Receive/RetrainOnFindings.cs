using System.Diagnostics;
using MassTransit;
using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>Leaves findings for the pump: the policy answers them, once a step.</summary>
internal sealed class RetrainOnFindings(IReceived received) : IConsumer<FindingsReported>, IConsumer<FindingsCleared>
{
    public Task Consume(ConsumeContext<FindingsReported> context) => received.AddAsync(context.Message, Activity.Current?.Id, context.CancellationToken);

    public Task Consume(ConsumeContext<FindingsCleared> context) => received.AddAsync(context.Message, Activity.Current?.Id, context.CancellationToken);
}
