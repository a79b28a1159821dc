using MassTransit;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>An inference service starts without a model and asks what to serve. Nothing is decided, so nothing is journaled.</summary>
internal sealed class AnnounceCurrentRelease(Registry registry, ModelSlot slot, IMessageBus bus) : IConsumer<AnnounceRelease>
{
    public async Task Consume(ConsumeContext<AnnounceRelease> context)
    {
        // Each question gets an answer with an id of its own, or the asker would drop it as known.
        if (context.Message.Model == slot.Model && registry.State.Release is { } release)
            await bus.PublishAsync(release.Change, $"announced-{release.Change.Sequence}-{context.MessageId}", context.CancellationToken);
    }
}
