using MassTransit;
using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.Lockstep;

/// <summary>Keeps what the report tells.</summary>
internal sealed class RecordForReport(Story story) :
    IConsumer<FindingsReported>,
    IConsumer<FindingsCleared>,
    IConsumer<DecisionMade>,
    IConsumer<ModelLoaded>,
    IConsumer<ModelLoadFailed>,
    IConsumer<AlertRaised>
{
    public Task Consume(ConsumeContext<FindingsReported> context) => Keep(story.Findings, context);

    public Task Consume(ConsumeContext<FindingsCleared> context) => Keep(story.Cleared, context);

    public Task Consume(ConsumeContext<DecisionMade> context) => Keep(story.Decisions, context);

    public Task Consume(ConsumeContext<ModelLoaded> context) => Keep(story.Loaded, context);

    public Task Consume(ConsumeContext<ModelLoadFailed> context) => Keep(story.Refused, context);

    public Task Consume(ConsumeContext<AlertRaised> context) => Keep(story.Alerts, context);

    private Task Keep<T>(List<T> to, ConsumeContext<T> context)
        where T : class
    {
        story.Add(to, context.Message, context.MessageId);
        return Task.CompletedTask;
    }
}
