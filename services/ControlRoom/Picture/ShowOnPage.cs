using MassTransit;
using MonitoringDemo.ControlRoom.Stream;
using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Messages.Traffic;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>One consumer, so one queue: the page sees events nearly in the order in which they were published. Nearly: messages are handled beside each other.</summary>
internal sealed class ShowOnPage(LivePicture picture) :
    IConsumer<HealthMeasured>,
    IConsumer<FindingsReported>,
    IConsumer<FindingsCleared>,
    IConsumer<DecisionMade>,
    IConsumer<RetrainingStarted>,
    IConsumer<CandidateTrained>,
    IConsumer<CandidatesTried>,
    IConsumer<ReleaseChanged>,
    IConsumer<ModelLoaded>,
    IConsumer<VersionRetired>,
    IConsumer<AlertRaised>,
    IConsumer<AlertResolved>,
    IConsumer<ScenarioStarted>,
    IConsumer<ScenarioEnded>,
    IConsumer<PaceChanged>,
    IConsumer<WorldChanged>
{
    public Task Consume(ConsumeContext<HealthMeasured> context) => Show(context.Message);

    public Task Consume(ConsumeContext<FindingsReported> context) => Show(context.Message);

    public Task Consume(ConsumeContext<FindingsCleared> context) => Show(context.Message);

    public Task Consume(ConsumeContext<DecisionMade> context) => Show(context.Message);

    public Task Consume(ConsumeContext<RetrainingStarted> context) => Show(context.Message);

    public Task Consume(ConsumeContext<CandidateTrained> context) => Show(context.Message);

    public Task Consume(ConsumeContext<CandidatesTried> context) => Show(context.Message);

    public Task Consume(ConsumeContext<ReleaseChanged> context) => Show(context.Message);

    public Task Consume(ConsumeContext<ModelLoaded> context) => Show(context.Message);

    public Task Consume(ConsumeContext<VersionRetired> context) => Show(context.Message);

    public Task Consume(ConsumeContext<AlertRaised> context) => Show(context.Message);

    public Task Consume(ConsumeContext<AlertResolved> context) => Show(context.Message);

    public Task Consume(ConsumeContext<ScenarioStarted> context) => Show(context.Message);

    public Task Consume(ConsumeContext<ScenarioEnded> context) => Show(context.Message);

    public Task Consume(ConsumeContext<PaceChanged> context) => Show(context.Message);

    public Task Consume(ConsumeContext<WorldChanged> context) => Show(context.Message);

    private Task Show(object message)
    {
        picture.Apply(message);
        return Task.CompletedTask;
    }
}
