using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Release;

namespace MonitoringDemo.Retraining.Decide.Rules;

/// <summary>A canary that fails, is proven worse, or answers quite otherwise while outcomes are late: the champion answers all requests again. What is found of the world meanwhile takes none back.</summary>
internal sealed class WorseCanaryIsTakenBack : IRule
{
    public string Evidence => "a canary fails, or is worse than the champion on the same rows";

    public IReadOnlyList<string> Actions => [DecisionActions.RollBack];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        if (state.Phase != ReleasePhase.Canary || evidence.Canary is not { } canary || state.Refused is not null) yield break;

        if (canary.Unscored > 0)
            yield return new RollBack(state.ReleaseUpdateId, FormattableString.Invariant($"Version {state.Shadow}, the canary, had no score for {Rows(canary.Unscored)}, the first of them row {canary.UnscoredRow}; version {state.Champion} had one, and answered."), CanaryGates.Errors);
        else if (canary.Race.ProvenWorse)
            yield return new RollBack(state.ReleaseUpdateId, FormattableString.Invariant($"Version {state.Shadow}, the canary, is worse than version {state.Champion}: squared error higher by {-canary.Race.MeanGain:0.0000} a row on {canary.Race.Rows} rows that both scored."), CanaryGates.Outcomes);
        else if (canary.Slice is { ProvenWorse: true } slice)
            yield return new RollBack(state.ReleaseUpdateId, FormattableString.Invariant($"Version {state.Shadow}, the canary, is worse than version {state.Champion} where {slice.Slice}: squared error higher by {slice.MeanLoss:0.0000} a row on {slice.Rows} rows that both scored."), CanaryGates.Slices);
        else if (canary.Times is { ProvenSlower: true } or { ProvenLate: true })
            yield return new RollBack(state.ReleaseUpdateId, Slow(state, canary.Times), CanaryGates.Latency);
        else if (canary.Shift is { } shift)
            yield return new RollBack(state.ReleaseUpdateId, FormattableString.Invariant($"Outcomes are late, and version {state.Shadow}, the canary, answers {shift.Class} on {100 * shift.Share:0.0} % of {shift.Rows} rows, version {state.Champion} on {100 * shift.ChampionShare:0.0} % of the same."), CanaryGates.Scores);
    }

    private static string Slow(PolicyState state, TimesStanding times) => times.ProvenSlower
        ? FormattableString.Invariant($"Version {state.Shadow}, the canary, took {times.CanaryMilliseconds:0.000} ms on average to score {times.Requests} requests, version {state.Champion} {times.ChampionMilliseconds:0.000} ms for the same: it took too long beside it in {times.Slower}.")
        : FormattableString.Invariant($"Version {state.Shadow}, the canary, passed the limit of time in {times.Late} of {times.Requests} requests, version {state.Champion} in {times.ChampionLate} of the same.");

    private static string Rows(int count) => count == 1 ? "one row" : FormattableString.Invariant($"{count} rows");
}
