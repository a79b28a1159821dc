using MassTransit;
using MonitoringDemo.Messages.Traffic;

namespace MonitoringDemo.Traffic.Live;

/// <summary>Takes the buttons: they take effect between two requests.</summary>
internal sealed class SteerTraffic(CommandQueue queue) : IConsumer<StartScenario>, IConsumer<EndScenario>, IConsumer<SetPace>
{
    public Task Consume(ConsumeContext<StartScenario> context) => Take(context);

    public Task Consume(ConsumeContext<EndScenario> context) => Take(context);

    public Task Consume(ConsumeContext<SetPace> context) => Take(context);

    private Task Take<T>(ConsumeContext<T> context)
        where T : class
    {
        queue.Add(context.MessageId ?? throw new InvalidOperationException("A command came without a message id."), context.Message);
        return Task.CompletedTask;
    }
}
