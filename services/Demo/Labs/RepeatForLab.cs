using MassTransit;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.Labs;

/// <summary>Hands every message of a training or a release to a participant's listener twice, with the same id, as a bus does whose sender was restarted before it could note that it had sent it.</summary>
/// <remarks>Handed over here, and not published again: a second publication would be no delivery that the fleet counts, and it would come to rest too early.</remarks>
internal sealed class RepeatForLab(HeardOnTheBus heard, ICostAccountant accountant) : IConsumer<CandidatesTried>, IConsumer<ReleaseChanged>
{
    public Task Consume(ConsumeContext<CandidatesTried> context)
    {
        heard.Take(context.MessageId!.Value, context.Message);
        return TwiceAsync(context);
    }

    public Task Consume(ConsumeContext<ReleaseChanged> context)
    {
        heard.Take(context.MessageId!.Value, context.Message);
        return TwiceAsync(context);
    }

    private async Task TwiceAsync<T>(ConsumeContext<T> context)
        where T : class
    {
        if (accountant is not IConsumer<T> listener) return;
        try
        {
            await listener.Consume(context);
            await listener.Consume(context);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The bus would try it again and again; the check tells it instead.
            heard.Threw(e);
        }
    }
}
