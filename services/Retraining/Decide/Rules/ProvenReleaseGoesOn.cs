using MonitoringDemo.Retraining.Release;

namespace MonitoringDemo.Retraining.Decide.Rules;

internal sealed class ProvenReleaseGoesOn : IRule
{
    public string Evidence => "a release has stood its rows";

    public IReadOnlyList<string> Actions => [];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        if (evidence.Prepared is { IsLoaded: true, UnscoredRow: null } prepared && prepared.Rows >= state.RowsToWatch && Restraint.Trusted(state))
            yield return new Promote(state.ReleaseUpdateId, FormattableString.Invariant($"Version {state.Shadow} is loaded by every process and has scored {prepared.Rows} rows beside version {state.Champion}: all requests go to it at once."));

        if (evidence.Release is not { } race) yield break;

        var isOver = race.Rows >= state.RowsToWatch;
        // Where all requests go over at once, no process may be without it.
        if (state.Phase == ReleasePhase.Shadow && (isOver || race.LeansBetter) && Restraint.Trusted(state) && (limits.BlueGreen is null || state.IsLoaded))
        {
            var why = FormattableString.Invariant($"Version {state.Shadow} was not worse in shadow: squared error {(race.MeanGain < 0 ? "higher" : "lower")} by {Math.Abs(race.MeanGain):0.0000} a row on {race.Rows} served rows.");
            yield return limits.HasCanaries ? new StepUp(state.ReleaseUpdateId, why, limits.ShareAfter(0)) : new Promote(state.ReleaseUpdateId, why);
        }

        if (state.Phase == ReleasePhase.Probation && (isOver || (race.ProvenWorse && limits.BlueGreen is null)))
            yield return new Settle(state.ReleaseUpdateId, FormattableString.Invariant($"Version {state.Champion} stays: not worse than version {state.Shadow} on {race.Rows} served rows."));
    }
}
