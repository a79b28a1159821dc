using MassTransit;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.Inference.LoadModel;

/// <summary>A release becomes what is served.</summary>
[EachProcess]
internal sealed class LoadModelOnRelease(ModelLoader loader) : IConsumer<ReleaseChanged>
{
    public Task Consume(ConsumeContext<ReleaseChanged> context) => loader.ApplyAsync(context.Message, context.CancellationToken);
}
