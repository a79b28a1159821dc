using MassTransit;
using MonitoringDemo.Demo.Labs;
using MonitoringDemo.Messages.Retraining;

namespace Labs.AddAService;

/// <summary>One instance hears every message; several may come at the same time, and any of them twice.</summary>
public sealed class CostAccountant : ICostAccountant, IConsumer<CandidatesTried>, IConsumer<ReleaseChanged>
{
    private readonly Lock _gate = new();
    private readonly HashSet<Guid> _heard = [];
    private double _total;

    public double Total
    {
        get { lock (_gate) return _total; }
    }

    public Task Consume(ConsumeContext<CandidatesTried> context) =>
        Add(context.MessageId, context.Message.Candidates.Sum(candidate => candidate.Work ?? 0) / 1e6 * 0.05);

    public Task Consume(ConsumeContext<ReleaseChanged> context) =>
        Add(context.MessageId, context.Message.Stage == ReleaseStages.Promoted ? 0.5 : 0);

    // The same message has the same id, however often it is delivered.
    private Task Add(Guid? id, double money)
    {
        lock (_gate)
        {
            if (id is { } known && _heard.Add(known)) _total += money;
        }

        return Task.CompletedTask;
    }
}
