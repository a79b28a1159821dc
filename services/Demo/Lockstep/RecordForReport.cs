using MassTransit;
using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.Lockstep;

/// <summary>Keeps what the report tells.</summary>
internal sealed class RecordForReport(RunMessages messages) :
    IConsumer<FindingsReported>,
    IConsumer<FindingsCleared>,
    IConsumer<DecisionMade>,
    IConsumer<ModelLoaded>,
    IConsumer<ModelLoadFailed>,
    IConsumer<AlertRaised>
{
    public Task Consume(ConsumeContext<FindingsReported> context) => Keep(messages.Findings, context);

    public Task Consume(ConsumeContext<FindingsCleared> context) => Keep(messages.Cleared, context);

    public Task Consume(ConsumeContext<DecisionMade> context) => Keep(messages.Decisions, context);

    public Task Consume(ConsumeContext<ModelLoaded> context) => Keep(messages.Loaded, context);

    public Task Consume(ConsumeContext<ModelLoadFailed> context) => Keep(messages.Refused, context);

    public Task Consume(ConsumeContext<AlertRaised> context) => Keep(messages.Alerts, context);

    private Task Keep<T>(List<T> to, ConsumeContext<T> context)
        where T : class
    {
        messages.Add(to, context.Message, context.MessageId);
        return Task.CompletedTask;
    }
}
