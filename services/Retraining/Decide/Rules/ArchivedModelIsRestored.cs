namespace MonitoringDemo.Retraining.Decide.Rules;

/// <summary>Stands before the two rows that train: an old world that came back needs no training.</summary>
internal sealed class ArchivedModelIsRestored : IRule
{
    public string Evidence => "an archived model beats the champion on recent rows";

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        foreach (var story in state.Stories)
        {
            if (!evidence.Archived.TryGetValue(story.UpdateId, out var archived) || !state.Restorable.Contains(archived.Version)) continue;
            if (!Restraint.Confirmed(story, evidence, limits, out var seen) || !Restraint.MayTrain(state, story, evidence, limits)) continue;
            if (archived.Accuracy < seen.ReferenceAccuracy - limits.LeastDrop) continue;

            yield return new Restore(
                story.UpdateId,
                FormattableString.Invariant($"The world of version {archived.Version} is back: it is right on {archived.Accuracy:0.000} of the {archived.Rows} rows since the change, version {state.Champion} on {archived.ChampionAccuracy:0.000}{Carriers.Say(evidence, story)}."),
                [.. story.Open.Select(finding => finding.Id)], archived.Version);
        }
    }
}
