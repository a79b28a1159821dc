using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.People;
using MonitoringDemo.Retraining.Privacy;
using MonitoringDemo.Retraining.Release;
using MonitoringDemo.Retraining.Retire;

namespace MonitoringDemo.Retraining.Register;

/// <summary>What each entry of the journal changes. Pure.</summary>
internal static class RegistryFold
{
    public static RegistryState Apply(this RegistryState state, JournalEntry entry) =>
        RetirementFold.Follow(state, PeopleFold.Follow(Fold(state, entry), entry), entry);

    private static RegistryState Fold(RegistryState state, JournalEntry entry) => entry.Happened switch
    {
        FindingsReceived received => received.Findings.Aggregate(state, (s, finding) => FindingsFold.Open(s, received, finding, entry.Time)),
        FindingsEnded ended => ended.Cleared.Aggregate(state, FindingsFold.Close),
        RetrainRequested requested => FindingsFold.Remember(state, Keys.Command(requested.Command.UpdateId), requested.Command.UpdateId, requested.TraceParent) with { RetrainCommands = state.RetrainCommands.Add(requested.Command) },
        RestoreRequested requested => FindingsFold.Remember(state, Keys.Command(requested.Command.UpdateId), requested.Command.UpdateId, requested.TraceParent) with { RestoreCommands = state.RestoreCommands.Add(requested.Command) },
        AcceptRequested requested => FindingsFold.Remember(state, Keys.Command(requested.Command.UpdateId), requested.Command.UpdateId, requested.TraceParent) with { AcceptCommands = state.AcceptCommands.Add(requested.Command) },
        TrainingCodeChanged changed => state with { TrainingCode = changed.Now, CodeChange = changed },
        QuarantineLifted lifted => FindingsFold.Lifted(state, lifted),
        ReleaseApplied applied => Applied(state with { Known = state.Known.Add(Keys.Applied(applied.Sequence)), ServedSince = applied.Sequence == state.Release?.Change.Sequence ? entry.Row : state.ServedSince }, applied),
        ReleaseRefused refused => state with { Known = state.Known.Add(Keys.Refused(refused.Sequence)), Refused = refused.Sequence == state.Release?.Change.Sequence ? refused : state.Refused },
        Decided decided => Decided(state, decided.Decision),
        QuarantineOpened opened => FindingsFold.Quarantined(state, opened),
        TrainingRequested requested => Started(state, requested.Order, entry.Row),
        TrainingEnded ended => state with { Pending = null, Experiments = state.Experiments.AddRange(ended.Experiments) },
        VersionRegistered registered => state with { Pending = null, Versions = state.Versions.Add(registered.Version), TrainingCode = registered.Version.TrainingCode ?? state.TrainingCode, Experiments = state.Experiments.AddRange(registered.Experiments) },
        VersionRejected rejected => state with { Versions = state.Versions.SetItem(rejected.Version - 1, state.Version(rejected.Version) with { RejectedBecause = rejected.Because }) },
        Released released => Release(state, released, entry.Time),
        RowsErased erased => PrivacyFold.Erased(state, erased),
        IPeopleEvent or IRetirementEvent => state,
        _ => throw new InvalidOperationException($"No fold for {entry.Happened.GetType().Name}."),
    };

    private static RegistryState Decided(RegistryState state, DecisionMade decision)
    {
        // To watch what is broken says nothing about inputs that moved.
        var isAboutBroken = state.Unanswered.Any(broken => decision.FindingIds.Contains(broken.Finding.Id));
        if (isAboutBroken && decision.Action == DecisionActions.Watch) state = FindingsFold.Tolerated(state, decision.FindingIds);
        state = state with
        {
            Decisions = state.Decisions.Add(decision),
            RetrainCommands = state.RetrainCommands.RemoveAll(command => command.UpdateId == decision.UpdateId),
            RestoreCommands = state.RestoreCommands.RemoveAll(command => command.UpdateId == decision.UpdateId),
            AcceptCommands = state.AcceptCommands.RemoveAll(command => command.UpdateId == decision.UpdateId),
        };
        var incident = state.Incident(decision.UpdateId);
        return state.With(incident with
        {
            State = incident.State with
            {
                // Who was retrained for is not told "watch" afterwards.
                Watched = incident.State.Watched || (decision.Action is DecisionActions.Watch && !isAboutBroken) || decision.Action is DecisionActions.Retrain or DecisionActions.Replace or DecisionActions.Restore,
                Held = incident.State.Held || decision.Action == DecisionActions.Hold,
            },
        });
    }

    private static RegistryState Started(RegistryState state, Train.TrainingOrder order, long row)
    {
        var incident = state.Incident(order.UpdateId);
        var byFinding = order is { IsRefit: false, IsRetry: false, Trigger: not ("seed" or "manual" or "code") };
        return state.With(incident with
        {
            State = incident.State with
            {
                Runs = incident.State.Runs + 1,
                LastRunRow = row,
                LastRunRows = order.RowsSince,
                Refits = incident.State.Refits + (order.IsRefit ? 1 : 0),
            },
        }) with
        {
            Pending = order,
            CodeChange = order.Trigger == "code" ? null : state.CodeChange,
            LastMoveRow = row,
            RunRows = byFinding ? state.RunRows.Add(row) : state.RunRows,
        };
    }

    private static RegistryState Release(RegistryState state, Released released, DateTimeOffset time)
    {
        var before = state.Champion?.Version;
        state = state with { Release = released, Refused = null, ServedSince = null, CanarySince = CanarySince(state, released) };
        if (released.Change.Champion.Version == before) return state;

        var champion = state.Champion!;
        var ownIncident = released.Change.UpdateId;
        foreach (var incident in state.Incidents.Values)
        {
            // A finding of performance stays until the answers are right again: this champion is judged by it, too.
            var serves = incident.State.UpdateId == ownIncident && champion.SinceRow is not null && released.Change.Stage == ReleaseStages.Promoted;
            state = state.With(incident with { State = incident.State with { Serving = serves ? new ServingRun(champion.Trigger, champion.SinceRow!.Value) : null } });
        }

        return state with
        {
            LastMoveRow = released.Change.Row,
            PromotedAt = time,
            Versions = champion.PromotedAtRow is null ? state.Versions.SetItem(champion.Version - 1, champion with { PromotedAtRow = released.Change.Row }) : state.Versions,
        };
    }

    /// <summary>Its evidence goes on from one step to the next.</summary>
    private static long? CanarySince(RegistryState state, Released released) => released.Phase != ReleasePhase.Canary ? null
        : state.Release is { Phase: ReleasePhase.Canary } && state.ShadowVersion == released.Change.Shadow?.Version ? state.CanarySince
        : released.Change.Row;

    private static RegistryState Applied(RegistryState state, ReleaseApplied applied)
    {
        if (state.Release is not { } release || release.Change.Sequence != applied.Sequence || release.Change.Stage != ReleaseStages.Promoted) return state;
        var champion = state.Champion!;
        return champion.PromotedAtRow != release.Change.Row ? state : state with { Versions = state.Versions.SetItem(champion.Version - 1, champion with { PromotedAtRow = applied.FromRow }) };
    }
}
