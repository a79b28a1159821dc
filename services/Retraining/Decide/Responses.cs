using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.People;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Release;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>Turns what the policy wants into journal events.</summary>
internal sealed class Responses(
    string model, TrainingOptions training, QuarantineOptions quarantining, ReleaseOptions releasing, StrategyOptions strategy, TrainingRun run, StandingChallengers challengers, ReleaseDesk desk)
{
    public IReadOnlyList<JournalEvent> To(IRule rule, Decision decision, Evidence evidence, RowFeed log, RegistryState state)
    {
        var row = log.NextRow;
        Decided Said(string action, string? gate = null, int? version = null) =>
            new(new DecisionMade(model, decision.UpdateId, row, action, decision.Reason, decision.FindingIds, gate, version), rule.Evidence);

        return decision switch
        {
            Watch => [Said(DecisionActions.Watch)],
            Hold => [Said(DecisionActions.Hold)],
            Quarantine quarantine =>
            [
                // One row is evidence enough here: the decision stands at the row that was found broken.
                new Decided(new DecisionMade(model, quarantine.UpdateId, quarantine.Broken.Max(finding => finding.Row), DecisionActions.Quarantine, quarantine.Reason, quarantine.FindingIds), rule.Evidence),
                .. quarantine.Broken.Select(finding => new QuarantineOpened(finding.Id, finding.Feature, finding.Onset - MarginOf(finding), MarginOf(finding))),
            ],
            Accept { Lifted: var lifted } accept =>
                [Said(DecisionActions.Accept), new QuarantineLifted(new DataAccepted(model, lifted.UpdateId, row, lifted.Feature, lifted.RequestedBy, lifted.Reason), accept.FindingIds, row)],
            Retrain { IsRetry: true } again => [new TrainingRequested(Order(again, again.Trigger, again.Trainer, again.SinceRow, false, evidence, log) with { Drop = again.Drop, IsRetry = true })],
            Retrain retrain => [Said(DecisionActions.Retrain), new TrainingRequested(Order(retrain, retrain.Trigger, retrain.Trainer, retrain.SinceRow, false, evidence, log) with { Drop = retrain.Drop })],
            Refit refit => [new TrainingRequested(Order(refit, refit.Trigger, null, refit.SinceRow, true, evidence, log))],
            Replace replace => run.Release(replace, rule.Evidence, model, challengers.Model(log, replace.IsTrusted), ProofOf(replace, evidence), log, state),
            Restore restore => [Said(DecisionActions.Restore, version: restore.Version), .. Releases.Restore(state, restore.UpdateId, restore.Version, row, releasing.ProbationRows, restore.Reason)],
            StepUp step => Releases.StepUp(state, row, step.Share, strategy.RowsOf(state.Version(state.ShadowVersion!.Value).Trigger), step.Reason),
            Promote { IsAskedFor: true } promote => [Said(DecisionActions.Restore, version: state.ShadowVersion), .. Releases.Promote(state, row, strategy.RowsToReturn(releasing), promote.Reason)],
            Promote promote => Releases.Promote(state, row, strategy.RowsToReturn(releasing), promote.Reason),
            Reject { Version: null } reject => [Said(DecisionActions.Reject, reject.Gate)],
            Reject reject => [Said(DecisionActions.Reject, reject.Gate, reject.Version), .. Releases.Withdraw(state, row, reject.Gate, reject.Reason)],
            RollBack back when state.Release!.Phase == ReleasePhase.Canary => [Said(DecisionActions.RollBack, back.Gate, state.ShadowVersion), .. Releases.EndCanary(state, row, back.Gate, back.Reason)],
            RollBack back => [Said(DecisionActions.RollBack, back.Gate, state.Champion!.Version), .. Releases.RollBack(state, row, back.Gate, back.Reason)],
            Settle settle => Releases.Settle(state, row, settle.Reason),
            PeopleAnswer answer => [new Decided(new DecisionMade(model, answer.UpdateId, row, answer.Action, answer.Reason, [], answer.Gate, answer.Version, answer.By, answer.Missing), rule.Evidence), .. answer.Happened],
            ReleaseWaiting waiting => desk.Release(waiting, state, model, log.NextOrdinal, row),
            EmergencyRollBack { Command: var command } back =>
            [
                new Decided(new DecisionMade(model, back.UpdateId, row, DecisionActions.RollBack, back.Reason, [], Releases.Emergency, back.TakenBack, command.RequestedBy), rule.Evidence),
                .. Releases.TakeBack(state, back.UpdateId, back.Version, row, back.Reason),
                new CommandAnswered(command.UpdateId),
            ],
            _ => throw new InvalidOperationException($"No response to {decision.GetType().Name}."),
        };
    }

    private static Proof ProofOf(Replace replace, Evidence evidence) => replace.IsTrusted
        ? new Proof(false, evidence.Refresh!.Rows, evidence.Refresh.MeanGain)
        : new Proof(true, evidence.Challenger!.Rows, evidence.Challenger.MeanGain);

    private int MarginOf(Finding finding) => finding.IsExact ? 0 : quarantining.QuarantineMargin;

    private TrainingOrder Order(Decision decision, string trigger, string? trainer, long? since, bool refit, Evidence evidence, RowFeed log) => new(
        model, decision.UpdateId, trigger, trainer ?? training.Trainer, since, evidence.CleanRowsSinceOnset.GetValueOrDefault(decision.UpdateId), refit, log.NextOrdinal, decision.FindingIds,
        SplitMix64.Mix(training.Seed, (ulong)log.NextRow));
}
