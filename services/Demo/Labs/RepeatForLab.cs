using MassTransit;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.Labs;

/// <summary>Says every message of a training or a release a second time, with the same id, as a sender does that was restarted before it could note that it had sent it.</summary>
internal sealed class RepeatForLab(HeardOnTheBus heard) : IConsumer<CandidatesTried>, IConsumer<ReleaseChanged>
{
    public Task Consume(ConsumeContext<CandidatesTried> context) => heard.Take(context.MessageId!.Value, context.Message) ? AgainAsync(context) : Task.CompletedTask;

    public Task Consume(ConsumeContext<ReleaseChanged> context) => heard.Take(context.MessageId!.Value, context.Message) ? AgainAsync(context) : Task.CompletedTask;

    private static Task AgainAsync<T>(ConsumeContext<T> context)
        where T : class =>
        context.Publish(context.Message, again => again.MessageId = context.MessageId);
}
