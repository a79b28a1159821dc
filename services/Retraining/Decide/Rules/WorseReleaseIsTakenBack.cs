using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Release;

namespace MonitoringDemo.Retraining.Decide.Rules;

internal sealed class WorseReleaseIsTakenBack : IRule
{
    public string Evidence => "challenger loses in shadow, the new champion to its predecessor, or inference refuses it";

    public IReadOnlyList<string> Actions => [DecisionActions.Reject, DecisionActions.RollBack, DecisionActions.Restore];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        if (state is { Refused: { } refused, Shadow: not null })
        {
            var why = $"Inference refused version {refused.Version}: {refused.Reason.TrimEnd('.')}.";
            if (refused.Version == state.Champion) yield return new RollBack(state.ReleaseUpdateId, why, "loaded");
            else yield return new Reject(state.ReleaseUpdateId, why, "loaded", state.Shadow);
            yield break;
        }

        if (state.IsTrying && FallSince(state, evidence, limits) is { } onset)
        {
            yield return new Reject(
                state.ReleaseUpdateId, $"The world changed near row {onset}, and version {state.Shadow} learned only what was before: one that knows the change is needed.",
                state.Phase == ReleasePhase.Canary ? CanaryGates.Outcomes : "shadow", state.Shadow);
            yield break;
        }

        if (state.Phase == ReleasePhase.Shadow && evidence.ShadowUnscored is > 0 and var unscored)
        {
            yield return new Reject(state.ReleaseUpdateId, FormattableString.Invariant($"Version {state.Shadow} had no score in shadow for {unscored} of the rows that version {state.Champion} answered."), "shadow", state.Shadow);
            yield break;
        }

        if (evidence.Prepared is { UnscoredRow: { } rare })
        {
            yield return new Reject(state.ReleaseUpdateId, FormattableString.Invariant($"Version {state.Shadow} had no score for row {rare} while it was prepared; version {state.Champion} had one."), "shadow", state.Shadow);
            yield break;
        }

        if (evidence.Release is not { } race) yield break;

        if ((state.Phase == ReleasePhase.Prepared && race.ProvenWorse) || (state.Phase == ReleasePhase.Shadow && (race.ProvenWorse || (race.Rows >= state.RowsToWatch && race.MeanGain < -limits.Release.ShadowSigmas * race.StandardError))))
            yield return new Reject(state.ReleaseUpdateId, Say($"Version {state.Shadow} lost in shadow", -race.MeanGain, race.Rows), "shadow", state.Shadow);

        if (state.Phase != ReleasePhase.Probation || !race.ProvenBetter) yield break;

        if (state.IsRestored)
        {
            yield return new Restore(
                state.ReleaseUpdateId,
                FormattableString.Invariant($"Version {state.Shadow} is better after all than version {state.Champion}, which was brought back: squared error lower by {race.MeanGain:0.0000} a row on {race.Rows} served rows."),
                state.OpenPerformance, state.Shadow!.Value);
        }
        else if (evidence.WorldChangedInProbation)
        {
            yield return new Restore(
                state.ReleaseUpdateId,
                FormattableString.Invariant($"The world changed while version {state.Champion} was on probation, and both are less right than they were. Version {state.Shadow} is the better one until the change is learned: squared error lower by {race.MeanGain:0.0000} a row on {race.Rows} served rows."),
                state.OpenPerformance, state.Shadow!.Value);
        }
        else
        {
            yield return new RollBack(state.ReleaseUpdateId, Say($"Version {state.Champion} is worse than version {state.Shadow}, which serves again", race.MeanGain, race.Rows), "probation");
        }
    }

    /// <summary>A confirmed fall that the shadow knows nothing of.</summary>
    private static long? FallSince(PolicyState state, Evidence evidence, PolicyLimits limits) => state.Incidents
        .Where(incident => incident.PerformanceFell.Any(finding => finding.Onset >= state.ShadowTrainedToRow) && Restraint.Confirmed(incident, evidence, limits, out _))
        .Select(incident => (long?)incident.PerformanceFell.Max(finding => finding.Onset)).FirstOrDefault();

    private static string Say(string what, double worse, int rows) =>
        FormattableString.Invariant($"{what}: squared error higher by {worse:0.0000} a row on {rows} served rows.");
}
