using MassTransit;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.MyService;

internal sealed class HearReleasesForMyService(ReleaseCounts counts) : IConsumer<ReleaseChanged>
{
    public Task Consume(ConsumeContext<ReleaseChanged> context)
    {
        counts.Heard(context.MessageId ?? throw new InvalidOperationException("A release came without a message id."), context.Message.Stage);
        return Task.CompletedTask;
    }
}
