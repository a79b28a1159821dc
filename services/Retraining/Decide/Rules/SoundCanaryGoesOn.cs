using MonitoringDemo.Retraining.Release;

namespace MonitoringDemo.Retraining.Decide.Rules;

/// <summary>A canary that has stood the rows of its step answers a larger share, and at last all. One that leans to the worse waits, and so does every one while the evidence cannot be trusted.</summary>
internal sealed class SoundCanaryGoesOn : IRule
{
    public string Evidence => "a canary has stood the rows of its step";

    public IReadOnlyList<string> Actions => [];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        if (state.Phase != ReleasePhase.Canary || evidence.Canary is not { } canary || !Restraint.Trusted(state) || canary.Leans) yield break;
        if (canary.StepRows < state.RowsToWatch && !(canary.Race.ProvenBetter && canary.StepServed >= state.RowsToWatch)) yield break;

        var next = limits.ShareAfter(state.CanaryShare);
        var seen = FormattableString.Invariant($"squared error {(canary.Race.MeanGain < 0 ? "higher" : "lower")} by {Math.Abs(canary.Race.MeanGain):0.0000} a row on {canary.Race.Rows} rows that both scored");
        yield return next < 1
            ? new StepUp(state.ReleaseUpdateId, FormattableString.Invariant($"Version {state.Shadow} answers {100 * next:0.##} % of the requests after {100 * state.CanaryShare:0.##} %: {seen}."), next)
            : new Promote(state.ReleaseUpdateId, FormattableString.Invariant($"Version {state.Shadow} stood as a canary: {seen}."));
    }
}
