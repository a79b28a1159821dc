using MassTransit;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>A person judges a version, freezes releases or lets them go on, or takes back what serves.</summary>
internal sealed class HearPeople(IReceived received) : IConsumer<JudgeVersion>, IConsumer<SetFreeze>, IConsumer<RollBackRelease>
{
    public Task Consume(ConsumeContext<JudgeVersion> context) => received.AddAsync(context.Message, null, context.CancellationToken);

    public Task Consume(ConsumeContext<SetFreeze> context) => received.AddAsync(context.Message, null, context.CancellationToken);

    public Task Consume(ConsumeContext<RollBackRelease> context) => received.AddAsync(context.Message, null, context.CancellationToken);
}
