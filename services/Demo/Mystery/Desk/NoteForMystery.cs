using System.Globalization;
using MassTransit;
using MonitoringDemo.ControlRoom;
using MonitoringDemo.Demo.Mystery.Case;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.Mystery.Desk;

/// <summary>Hears the commands of a team and what its fleet found, decided and released.</summary>
internal sealed class NoteForMystery(MysteryDesk desk, IFleetGlance fleet) :
    IConsumer<RetrainModel>,
    IConsumer<RestoreModel>,
    IConsumer<RollBackRelease>,
    IConsumer<AcceptData>,
    IConsumer<SetFreeze>,
    IConsumer<FindingsReported>,
    IConsumer<DecisionMade>,
    IConsumer<ReleaseChanged>
{
    // A scenario sends orders too; those of the page carry this in their id.
    private const string ByHand = "-manual-";

    public Task Consume(ConsumeContext<RetrainModel> context) => context.Message.UpdateId.Contains(ByHand, StringComparison.Ordinal)
        ? Did(MysteryDeeds.Retrain, $"Ordered a training: {context.Message.Reason}", context.Message.UpdateId)
        : Task.CompletedTask;

    public Task Consume(ConsumeContext<RestoreModel> context) => Did(MysteryDeeds.Restore, string.Create(CultureInfo.InvariantCulture, $"Brought model {context.Message.Version} back."), context.Message.UpdateId);

    public Task Consume(ConsumeContext<RollBackRelease> context) => Did(MysteryDeeds.RollBack, $"Took the model back: {context.Message.Reason}", context.Message.UpdateId);

    public Task Consume(ConsumeContext<AcceptData> context) => Did(MysteryDeeds.Accept, $"Accepted {context.Message.Feature} as normal.", context.Message.UpdateId);

    public Task Consume(ConsumeContext<SetFreeze> context) => context.Message.Frozen
        ? Did(MysteryDeeds.Freeze, $"Froze releases: {context.Message.Reason}", context.Message.UpdateId)
        : Did(MysteryDeeds.Unfreeze, $"Let releases go on: {context.Message.Reason}", context.Message.UpdateId);

    public Task Consume(ConsumeContext<FindingsReported> context)
    {
        foreach (var finding in context.Message.Findings) desk.Note(MysteryDeeds.Fleet, MysteryDeeds.Found, finding.Row, finding.Summary, context.Message.UpdateId);
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<DecisionMade> context) => Fleet(MysteryDeeds.Decided, context.Message.Row, $"{context.Message.Action}: {context.Message.Reason}", context.Message.UpdateId);

    public Task Consume(ConsumeContext<ReleaseChanged> context) => context.Message.Stage == ReleaseStages.Promoted
        ? Fleet(MysteryDeeds.Released, context.Message.Row, string.Create(CultureInfo.InvariantCulture, $"Model {context.Message.Champion.Version} serves: {context.Message.Reason}"), context.Message.UpdateId)
        : Task.CompletedTask;

    private Task Did(string what, string text, string updateId) => Note(MysteryDeeds.Team, what, fleet.Now.Row, text, updateId);

    private Task Fleet(string what, long row, string text, string updateId) => Note(MysteryDeeds.Fleet, what, row, text, updateId);

    private Task Note(string who, string what, long row, string text, string updateId)
    {
        desk.Note(who, what, row, text, updateId);
        return Task.CompletedTask;
    }
}
