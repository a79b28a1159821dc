namespace MonitoringDemo.Retraining.Decide.Rules;

internal sealed class MovedInputsThatHurtAreLearned : IRule
{
    public string Evidence => "inputs moved, performance falls, enough clean rows since the change";

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        foreach (var story in state.Stories)
        {
            if (story.InputsMoved.Count == 0 || story.IsBeingLearned) continue;
            if (!Restraint.Confirmed(story, evidence, limits, out var seen) && !Restraint.Plain(story, evidence, limits, out seen)) continue;
            if (!Restraint.MayTrain(state, story, evidence, limits, seen.Drop)) continue;

            var features = string.Join(", ", story.InputsMoved.Select(finding => finding.Feature ?? "the score").Distinct());
            yield return new Retrain(
                story.UpdateId,
                FormattableString.Invariant($"The inputs moved ({features}) and accuracy fell from {seen.ReferenceAccuracy:0.000} to {seen.Accuracy:0.000}, confirmed on {seen.Rows} rows after they were found{Carriers.Say(evidence, story)}."),
                [.. story.Open.Select(finding => finding.Id)], "data", null, evidence.OnsetOf(story))
            {
                Drop = seen.Drop,
                IsRetry = !story.IsNewChange,
            };
        }
    }
}
