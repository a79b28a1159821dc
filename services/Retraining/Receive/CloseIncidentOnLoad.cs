using System.Diagnostics;
using MassTransit;
using MonitoringDemo.Messages.Inference;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>Inference says what became of a release.</summary>
internal sealed class CloseIncidentOnLoad(IReceived received) : IConsumer<ModelLoaded>, IConsumer<ModelLoadFailed>
{
    public Task Consume(ConsumeContext<ModelLoaded> context) => received.AddAsync(context.Message, Activity.Current?.Id, context.CancellationToken);

    public Task Consume(ConsumeContext<ModelLoadFailed> context) => received.AddAsync(context.Message, Activity.Current?.Id, context.CancellationToken);
}
