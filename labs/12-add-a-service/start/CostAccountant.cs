using MassTransit;
using MonitoringDemo.Demo.Labs;
using MonitoringDemo.Messages.Retraining;

namespace Labs.AddAService;

/// <summary>One instance hears every message; several may come at the same time.</summary>
public sealed class CostAccountant : ICostAccountant, IConsumer<CandidatesTried>
{
    public double Total => 0;

    // TODO: add 0.05 for each million rows that the candidates of the run visited (Work), and listen to ReleaseChanged too.
    public Task Consume(ConsumeContext<CandidatesTried> context) => Task.CompletedTask;
}
