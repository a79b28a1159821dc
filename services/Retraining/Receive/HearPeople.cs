using MassTransit;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>A person judges a version, freezes releases or lets them go on, takes back what serves, or takes a version out of use.</summary>
internal sealed class HearPeople(IReceived received) : IConsumer<JudgeVersion>, IConsumer<SetFreeze>, IConsumer<RollBackRelease>, IConsumer<RetireVersion>
{
    public Task Consume(ConsumeContext<JudgeVersion> context) => received.AddAsync(context.Message, null, context.CancellationToken);

    public Task Consume(ConsumeContext<SetFreeze> context) => received.AddAsync(context.Message, null, context.CancellationToken);

    public Task Consume(ConsumeContext<RollBackRelease> context) => received.AddAsync(context.Message, null, context.CancellationToken);

    public Task Consume(ConsumeContext<RetireVersion> context) => received.AddAsync(context.Message, null, context.CancellationToken);
}
