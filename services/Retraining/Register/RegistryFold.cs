using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Register;

/// <summary>What each entry of the journal changes. Pure.</summary>
internal static class RegistryFold
{
    public static RegistryState Apply(this RegistryState state, JournalEntry entry) => entry.Happened switch
    {
        FindingsReceived received => received.Findings.Aggregate(state, (s, finding) => Open(s, received, finding, entry.Time)),
        FindingsEnded ended => ended.Cleared.Aggregate(state, Close),
        RetrainRequested requested => Remember(state, Keys.Command(requested.Command.UpdateId), requested.Command.UpdateId, requested.TraceParent) with { RetrainCommands = state.RetrainCommands.Add(requested.Command) },
        RestoreRequested requested => Remember(state, Keys.Command(requested.Command.UpdateId), requested.Command.UpdateId, requested.TraceParent) with { RestoreCommands = state.RestoreCommands.Add(requested.Command) },
        ReleaseApplied applied => Applied(state with { Known = state.Known.Add(Keys.Applied(applied.Sequence)) }, applied),
        ReleaseRefused refused => state with { Known = state.Known.Add(Keys.Refused(refused.Sequence)), Refused = refused.Sequence == state.Release?.Change.Sequence ? refused : state.Refused },
        Decided decided => Decided(state, decided.Decision),
        QuarantineOpened opened => Quarantined(state, opened),
        TrainingRequested requested => Started(state, requested.Order, entry.Row),
        TrainingEnded ended => state with { Pending = null, Experiments = state.Experiments.AddRange(ended.Experiments) },
        VersionRegistered registered => state with { Pending = null, Versions = state.Versions.Add(registered.Version), Experiments = state.Experiments.AddRange(registered.Experiments) },
        VersionRejected rejected => state with { Versions = state.Versions.SetItem(rejected.Version - 1, state.Version(rejected.Version) with { RejectedBecause = rejected.Because }) },
        Released released => Release(state, released, entry.Time),
        _ => throw new InvalidOperationException($"No fold for {entry.Happened.GetType().Name}."),
    };

    private static RegistryState With(RegistryState state, Story story) => state with { Stories = state.Stories.SetItem(story.State.UpdateId, story) };

    private static RegistryState Remember(RegistryState state, string key, string updateId, string? traceParent)
    {
        var story = state.Story(updateId);
        return With(state with { Known = state.Known.Add(key) }, story with { TraceParent = story.TraceParent ?? traceParent });
    }

    private static RegistryState Open(RegistryState state, FindingsReceived received, Finding finding, DateTimeOffset time)
    {
        if (state.Known.Contains(Keys.Finding(finding.Id))) return state;

        state = Remember(state, Keys.Finding(finding.Id), received.UpdateId, received.TraceParent);
        if (finding.Kind == FindingKinds.DataQuality)
            state = state with { Unanswered = state.Unanswered.Add(new BrokenData(received.UpdateId, finding, null)) };

        var story = state.Story(received.UpdateId);
        var fell = finding.Kind is FindingKinds.RealisedPerformance or FindingKinds.EstimatedPerformance;
        return With(state, story with
        {
            Since = story.Since ?? time,
            InputsMovedAt = finding.Kind == FindingKinds.DataDrift ? story.InputsMovedAt ?? received.Ordinal : story.InputsMovedAt,
            PerformanceFellAt = fell ? story.PerformanceFellAt ?? received.Ordinal : story.PerformanceFellAt,
            State = story.State with { Open = Sorted([.. story.State.Open, finding]) },
        });
    }

    private static RegistryState Close(RegistryState state, ClearedFinding cleared)
    {
        foreach (var story in state.Stories.Values.Where(story => story.State.Open.Any(finding => finding.Id == cleared.FindingId)))
            state = With(state, Without(story, finding => finding.Id == cleared.FindingId));

        return state with
        {
            Unanswered = [.. state.Unanswered.Select(broken => broken.Finding.Id == cleared.FindingId ? broken with { EndedAtRow = cleared.EndedAtRow } : broken)],
            Quarantines = [.. state.Quarantines.Select(range => range.FindingId == cleared.FindingId && range.To is null ? range with { To = cleared.EndedAtRow + range.Margin } : range)],
        };
    }

    private static Story Without(Story story, Func<Finding, bool> gone)
    {
        var left = story.State with { Open = [.. story.State.Open.Where(finding => !gone(finding))] };
        return story with
        {
            State = left,
            InputsMovedAt = left.InputsMoved.Count == 0 ? null : story.InputsMovedAt,
            PerformanceFellAt = left.PerformanceFell.Count == 0 ? null : story.PerformanceFellAt,
        };
    }

    private static RegistryState Quarantined(RegistryState state, QuarantineOpened opened)
    {
        var ended = state.Unanswered.Find(broken => broken.Finding.Id == opened.FindingId)?.EndedAtRow;
        return state with
        {
            Unanswered = state.Unanswered.RemoveAll(broken => broken.Finding.Id == opened.FindingId),
            Quarantines = state.Quarantines.Add(new QuarantinedRows(opened.FindingId, opened.Feature, opened.From, ended + opened.Margin, opened.Margin)),
        };
    }

    private static RegistryState Decided(RegistryState state, DecisionMade decision)
    {
        state = state with
        {
            Decisions = state.Decisions.Add(decision),
            RetrainCommands = state.RetrainCommands.RemoveAll(command => command.UpdateId == decision.UpdateId),
            RestoreCommands = state.RestoreCommands.RemoveAll(command => command.UpdateId == decision.UpdateId),
        };
        var story = state.Story(decision.UpdateId);
        return With(state, story with
        {
            State = story.State with
            {
                // Who was retrained for is not told "watch" afterwards.
                Watched = story.State.Watched || decision.Action is DecisionActions.Watch or DecisionActions.Retrain or DecisionActions.Restore,
                Held = story.State.Held || decision.Action == DecisionActions.Hold,
            },
        });
    }

    private static RegistryState Started(RegistryState state, Train.TrainingOrder order, long row)
    {
        var story = state.Story(order.UpdateId);
        var byFinding = order is { IsRefit: false, Trigger: not ("seed" or "manual") };
        return With(state, story with
        {
            InputsMovedAt = story.InputsMovedAt is null ? null : order.Ordinal,
            PerformanceFellAt = story.PerformanceFellAt is null ? null : order.Ordinal,
            State = story.State with
            {
                Runs = story.State.Runs + 1,
                LastRunRow = row,
                LastRunRows = order.RowsSince,
                Refits = story.State.Refits + (order.IsRefit ? 1 : 0),
            },
        }) with
        {
            Pending = order,
            LastMoveRow = row,
            RunRows = byFinding ? state.RunRows.Add(row) : state.RunRows,
        };
    }

    private static RegistryState Release(RegistryState state, Released released, DateTimeOffset time)
    {
        var before = state.Champion?.Version;
        state = state with { Release = released, Refused = null };
        if (released.Change.Champion.Version == before) return state;

        var champion = state.Champion!;
        var ownStory = released.Change.UpdateId;
        foreach (var story in state.Stories.Values)
        {
            // What was found about the performance of another model says nothing about this one.
            var left = Without(story, finding => finding.Kind is FindingKinds.RealisedPerformance or FindingKinds.EstimatedPerformance);
            var serves = story.State.UpdateId == ownStory && champion.SinceRow is not null && released.Change.Stage == ReleaseStages.Promoted;
            state = With(state, left with { State = left.State with { Serving = serves ? new ServingRun(champion.Trigger, champion.SinceRow!.Value) : null } });
        }

        return state with
        {
            LastMoveRow = released.Change.Row,
            PromotedAt = time,
            Versions = champion.PromotedAtRow is null ? state.Versions.SetItem(champion.Version - 1, champion with { PromotedAtRow = released.Change.Row }) : state.Versions,
        };
    }

    private static RegistryState Applied(RegistryState state, ReleaseApplied applied)
    {
        if (state.Release is not { } release || release.Change.Sequence != applied.Sequence || release.Change.Stage != ReleaseStages.Promoted) return state;
        var champion = state.Champion!;
        return champion.PromotedAtRow != release.Change.Row ? state : state with { Versions = state.Versions.SetItem(champion.Version - 1, champion with { PromotedAtRow = applied.FromRow }) };
    }

    private static List<Finding> Sorted(IEnumerable<Finding> findings) =>
        [.. findings.OrderBy(finding => finding.Row).ThenBy(finding => finding.Kind, StringComparer.Ordinal).ThenBy(finding => finding.Feature, StringComparer.Ordinal)];
}
