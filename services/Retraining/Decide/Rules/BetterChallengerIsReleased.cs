namespace MonitoringDemo.Retraining.Decide.Rules;

internal sealed class BetterChallengerIsReleased : IRule
{
    public string Evidence => "slow drift: a challenger trained on recent rows beats the champion on rows that neither was trained on";

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        if (evidence.Challenger is not { ProvenBetter: true } race || !Restraint.Trusted(state) || state.Phase == Release.ReleasePhase.Shadow) yield break;

        yield return new ReleaseChallenger(
            $"{limits.Model}-challenger-{evidence.Row}",
            FormattableString.Invariant($"A challenger that is trained again on the newest rows is better than version {state.Champion}: squared error lower by {race.MeanGain:0.0000} a row on {race.Rows} later rows."),
            [.. state.Stories.SelectMany(story => story.PerformanceFell).Select(finding => finding.Id)]);
    }
}
