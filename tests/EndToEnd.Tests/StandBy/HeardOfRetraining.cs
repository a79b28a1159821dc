using System.Collections.Concurrent;
using MassTransit;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.EndToEnd.Tests.StandBy;

/// <summary>What retraining told: everything, also what came again under the same id.</summary>
internal sealed class HeardOfRetraining
{
    private readonly ConcurrentQueue<(Guid Id, object Message)> _heard = new();

    public void Add<T>(ConsumeContext<T> context)
        where T : class => _heard.Enqueue((context.MessageId!.Value, context.Message));

    /// <summary>Each once, as receivers do that know the ids.</summary>
    public IReadOnlyList<T> Of<T>() => [.. _heard.DistinctBy(heard => heard.Id).Select(heard => heard.Message).OfType<T>()];
}

/// <summary>Stands for the receivers.</summary>
internal sealed class KeepHeardOfRetraining(HeardOfRetraining heard) : IConsumer<ReleaseChanged>, IConsumer<RetrainingStarted>, IConsumer<DecisionMade>
{
    public Task Consume(ConsumeContext<ReleaseChanged> context) => Keep(context);

    public Task Consume(ConsumeContext<RetrainingStarted> context) => Keep(context);

    public Task Consume(ConsumeContext<DecisionMade> context) => Keep(context);

    private Task Keep<T>(ConsumeContext<T> context)
        where T : class
    {
        heard.Add(context);
        return Task.CompletedTask;
    }
}
