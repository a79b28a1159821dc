using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>What the policy sees of the registry.</summary>
internal static class PolicyStates
{
    public static PolicyState ForPolicy(this RegistryState state)
    {
        var change = state.Release!.Change;
        var broken = state.Quarantines.Where(range => range.To is null).ToList();
        return new PolicyState
        {
            Incidents = [.. state.Incidents.Values.Select(incident => incident.State).Where(incident => incident.Open.Count > 0 || incident.Serving is not null)],
            NewlyBroken = [.. state.Unanswered.Select(unanswered => (unanswered.UpdateId, unanswered.Finding))],
            Tolerated = [.. state.Harmless.Select(harmless => (harmless.UpdateId, harmless.Finding))],
            QuarantineOpen = broken.Count > 0,
            QuarantinedFeatures = [.. broken.Select(range => range.Feature).OfType<string>().Distinct()],
            Champion = change.Champion.Version,
            Shadow = change.Shadow?.Version,
            ShadowTrainedToRow = change.Shadow is { } shadow ? state.Version(shadow.Version).TrainedToRow : 0,
            Phase = state.Release.Phase,
            CanaryShare = change.CanaryShare ?? 0,
            ReleaseUpdateId = change.UpdateId,
            IsRestored = change.Stage == Messages.Retraining.ReleaseStages.Restored,
            RowsToWatch = state.Release.RowsToWatch,
            IsLoaded = state.Known.Contains(Keys.Applied(change.Sequence)),
            Refused = state.Refused is { } refused && refused.Sequence == change.Sequence ? new RefusedVersion(refused.Version, refused.Reason) : null,
            LastMoveRow = state.LastMoveRow,
            RunRows = state.RunRows,
            CodeChange = state.CodeChange is { } changed ? (changed.UpdateId, changed.What) : null,
            RetrainCommands = state.RetrainCommands,
            RestoreCommands = state.RestoreCommands,
            AcceptCommands = state.AcceptCommands,
            People = state.People,
            Retirement = state.Retirement,
            Usage = Retire.Usage.Of(state),
            Restorable = [.. state.Versions.Select(version => version.Version).Where(state.MayServeAgain)],
            LastResorts = [.. state.Versions.Where(version => version is { PromotedAtRow: not null, RejectedBecause: null } && state.Retirement.StageOf(version.Version) == Messages.Retraining.VersionStages.Deprecated).Select(version => version.Version)],
        };
    }
}
