namespace MonitoringDemo.Retraining.Decide.Rules;

internal sealed class BetterChallengerIsReleased : IRule
{
    public string Evidence => "slow drift: a challenger trained on recent rows beats the champion on rows that neither was trained on";

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        // The gates want so many rows to judge on; a challenger that is proven sooner waits for them.
        if (evidence.Challenger is not { ProvenBetter: true } race || race.Rows < limits.LeastHoldout || !Restraint.Trusted(state) || state.Phase == Release.ReleasePhase.Shadow) yield break;

        yield return new ReleaseChallenger(
            $"{limits.Model}-challenger-{evidence.Row}",
            FormattableString.Invariant($"A challenger trained on recent rows is better than version {state.Champion}: squared error lower by {race.MeanGain:0.0000} a row on {race.Rows} later rows."),
            [.. state.Stories.SelectMany(story => story.PerformanceFell).Select(finding => finding.Id)]);
    }
}
