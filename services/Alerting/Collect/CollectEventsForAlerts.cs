using MassTransit;
using MonitoringDemo.Alerting.Raise;
using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Alerting.Collect;

internal sealed class CollectEventsForAlerts(EventQueue queue, NewestRows rows) :
    IConsumer<FindingsReported>,
    IConsumer<FindingsCleared>,
    IConsumer<DecisionMade>,
    IConsumer<ReleaseChanged>,
    IConsumer<ModelLoaded>,
    IConsumer<ModelLoadFailed>,
    IConsumer<CloseAlert>,
    IConsumer<HealthMeasured>
{
    public Task Consume(ConsumeContext<FindingsReported> context) => AddAsync(context);

    public Task Consume(ConsumeContext<FindingsCleared> context) => AddAsync(context);

    public Task Consume(ConsumeContext<DecisionMade> context) => AddAsync(context);

    public Task Consume(ConsumeContext<ReleaseChanged> context) => AddAsync(context);

    public Task Consume(ConsumeContext<ModelLoaded> context) => AddAsync(context);

    public Task Consume(ConsumeContext<ModelLoadFailed> context) => AddAsync(context);

    public Task Consume(ConsumeContext<CloseAlert> context) => AddAsync(context);

    public Task Consume(ConsumeContext<HealthMeasured> context)
    {
        rows.Seen(context.Message.Model, context.Message.Row);
        return Task.CompletedTask;
    }

    private Task AddAsync<T>(ConsumeContext<T> context)
        where T : class =>
        queue.AddAsync(new ReceivedEvent(context.MessageId ?? Guid.Empty, context.Message), context.CancellationToken);
}
