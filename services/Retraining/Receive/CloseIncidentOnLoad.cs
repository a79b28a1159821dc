using System.Diagnostics;
using MassTransit;
using MonitoringDemo.Messages.Inference;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>Inference says what became of a release.</summary>
internal sealed class CloseIncidentOnLoad(ReceivedMessages received) : IConsumer<ModelLoaded>, IConsumer<ModelLoadFailed>
{
    public Task Consume(ConsumeContext<ModelLoaded> context)
    {
        received.Add(context.Message, Activity.Current?.Id);
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<ModelLoadFailed> context)
    {
        received.Add(context.Message, Activity.Current?.Id);
        return Task.CompletedTask;
    }
}
