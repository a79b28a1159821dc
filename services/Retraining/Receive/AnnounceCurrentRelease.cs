using MassTransit;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Release;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>An inference service starts without a model and asks what to serve. Nothing is decided, so nothing is journaled.</summary>
internal sealed class AnnounceCurrentRelease(Registry registry, ModelSlot slot, IMessageBus bus) : IConsumer<AnnounceRelease>
{
    public async Task Consume(ConsumeContext<AnnounceRelease> context)
    {
        // Each question gets an answer with an id of its own, or the asker would drop it as known.
        var state = registry.State;
        if (context.Message.Model != slot.Model || state.Release is not { } release) return;
        await bus.PublishAsync(release.Change, $"announced-{release.Change.Sequence}-{context.MessageId}", context.CancellationToken);
        foreach (var told in ReleaseEndpoint.Announced(state)) await bus.PublishAsync(told, $"announced-retired-{told.Sequence}-{context.MessageId}", context.CancellationToken);
    }
}
