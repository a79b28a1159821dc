using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.Release;

/// <summary>The releases that can follow from the one in force. Pure.</summary>
internal static class Releases
{
    /// <summary>A candidate that passed the gates is scored beside the champion, for a short while when the champion is broken.</summary>
    public static IReadOnlyList<JournalEvent> ToShadow(TrainingOrder order, VersionRecord candidate, RegistryState state, long row, ReleaseOptions options, string why)
    {
        var urgent = order.Trigger is "data" or "performance";
        return [Next(state, order.UpdateId, row, state.Champion!.Reference, candidate.Reference, ReleaseStages.Shadow, why, ReleasePhase.Shadow, urgent ? options.UrgentShadowRows : options.ShadowRows)];
    }

    /// <summary>A candidate that is proven already serves at once; the one before it stays as shadow for its probation.</summary>
    public static IReadOnlyList<JournalEvent> ToService(TrainingOrder order, VersionRecord candidate, RegistryState state, long row, ReleaseOptions options, string why)
    {
        var change = Next(state, order.UpdateId, row, candidate.Reference, state.Champion!.Reference, ReleaseStages.Promoted, why, ReleasePhase.Probation, options.ProbationRows);
        return [change with { Change = change.Change with { Importance = candidate.Importance, HeldOut = candidate.HeldOut } }];
    }

    /// <summary>A candidate that is proven already is loaded everywhere, before all requests go to it at once.</summary>
    public static IReadOnlyList<JournalEvent> ToPrepared(TrainingOrder order, VersionRecord candidate, RegistryState state, long row, int rows, string why) =>
        [Next(state, order.UpdateId, row, state.Champion!.Reference, candidate.Reference, ReleaseStages.Shadow, why, ReleasePhase.Prepared, rows)];

    /// <summary>A candidate that is proven already answers a share of the requests.</summary>
    public static IReadOnlyList<JournalEvent> ToCanary(TrainingOrder order, VersionRecord candidate, RegistryState state, long row, double share, int rows, string why) =>
        [Canary(state, order.UpdateId, row, candidate.Reference, share, rows, why)];

    /// <summary>The shadow answers a share of the requests, or a larger one than before.</summary>
    public static IReadOnlyList<JournalEvent> StepUp(RegistryState state, long row, double share, int rows, string why) =>
        [Canary(state, state.Release!.Change.UpdateId, row, state.Release.Change.Shadow!, share, rows, why)];

    /// <summary>The canary is given up, and the champion answers all requests again.</summary>
    public static IReadOnlyList<JournalEvent> EndCanary(RegistryState state, long row, string gate, string why) =>
    [
        new VersionRejected(state.ShadowVersion!.Value, gate, $"{gate}: {why}"),
        Next(state, state.Release!.Change.UpdateId, row, state.Release.Change.Champion, null, ReleaseStages.RolledBack, why, ReleasePhase.Settled, 0),
    ];

    /// <summary>The shadow serves; the one before it stays as shadow for its probation.</summary>
    public static IReadOnlyList<JournalEvent> Promote(RegistryState state, long row, int probationRows, string why)
    {
        var change = state.Release!.Change;
        return [Next(state, change.UpdateId, row, change.Shadow!, change.Champion, ReleaseStages.Promoted, why, ReleasePhase.Probation, probationRows)];
    }

    /// <summary>The champion goes on alone.</summary>
    public static IReadOnlyList<JournalEvent> Settle(RegistryState state, long row, string why) =>
        [Next(state, state.Release!.Change.UpdateId, row, state.Release.Change.Champion, null, ReleaseStages.Withdrawn, why, ReleasePhase.Settled, 0)];

    /// <summary>The shadow is given up.</summary>
    public static IReadOnlyList<JournalEvent> Withdraw(RegistryState state, long row, string gate, string why) =>
        [new VersionRejected(state.ShadowVersion!.Value, gate, $"{gate}: {why}"), .. Settle(state, row, why)];

    /// <summary>The predecessor, which ran as shadow, serves again.</summary>
    public static IReadOnlyList<JournalEvent> RollBack(RegistryState state, long row, string gate, string why)
    {
        var change = state.Release!.Change;
        return
        [
            new VersionRejected(change.Champion.Version, gate, $"{gate}: {why}"),
            Next(state, change.UpdateId, row, change.Shadow!, null, ReleaseStages.RolledBack, why, ReleasePhase.Settled, 0),
        ];
    }

    /// <summary>The gate of a version that a person took back.</summary>
    public const string Emergency = "emergency";

    /// <summary>A person takes the champion back, whatever the release under way: another version serves, alone. Neither the champion nor what raced against it comes back by itself.</summary>
    public static IReadOnlyList<JournalEvent> TakeBack(RegistryState state, string updateId, int version, long row, string why)
    {
        int[] given = state.Release!.Phase is ReleasePhase.Shadow or ReleasePhase.Canary or ReleasePhase.Prepared ? [state.Champion!.Version, state.ShadowVersion!.Value] : [state.Champion!.Version];
        return
        [
            .. given.Where(up => up != version).Select(up => new VersionRejected(up, Emergency, $"{Emergency}: {why}")),
            Next(state, updateId, row, state.Version(version).Reference, null, ReleaseStages.RolledBack, why, ReleasePhase.Settled, 0),
        ];
    }

    public static IReadOnlyList<JournalEvent> Restore(RegistryState state, string updateId, int version, long row, int probationRows, string why) =>
        [Next(state, updateId, row, state.Version(version).Reference, state.Champion!.Reference, ReleaseStages.Restored, why, ReleasePhase.Probation, probationRows)];

    private static Released Canary(RegistryState state, string updateId, long row, ModelReference canary, double share, int rows, string why)
    {
        var next = Next(state, updateId, row, state.Champion!.Reference, canary, ReleaseStages.Canary, why, ReleasePhase.Canary, rows);
        return next with { Change = next.Change with { CanaryShare = share } };
    }

    private static Released Next(
        RegistryState state, string updateId, long row, ModelReference champion, ModelReference? shadow, string stage, string why, ReleasePhase phase, int rows) =>
        new(Known(new ReleaseChanged(state.Release!.Change.Model, updateId, state.Release.Change.Sequence + 1, row, champion, shadow, stage, why), state), phase, rows);

    /// <summary>With what the registry knows of the champion: a version that is registered by the same step is not in it yet.</summary>
    private static ReleaseChanged Known(ReleaseChanged change, RegistryState state) => change.Champion.Version > state.Versions.Count
        ? change
        : change with { Importance = state.Version(change.Champion.Version).Importance, HeldOut = state.Version(change.Champion.Version).HeldOut };
}
