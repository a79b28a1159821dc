namespace MonitoringDemo.Retraining.Decide.Rules;

internal sealed class ChangedConceptIsLearned : IRule
{
    public string Evidence => "inputs unmoved, realised performance falls";

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        foreach (var story in state.Stories)
        {
            if (story.InputsMoved.Count > 0 || story.IsBeingLearned || !Restraint.Confirmed(story, evidence, limits, out var seen)) continue;
            if (!Restraint.MayTrain(state, story, evidence, limits, seen.Drop)) continue;

            yield return new Retrain(
                story.UpdateId,
                FormattableString.Invariant($"The inputs are as before but accuracy fell from {seen.ReferenceAccuracy:0.000} to {seen.Accuracy:0.000}, confirmed on {seen.Rows} rows after the finding: the concept changed near row {evidence.OnsetOf(story)}{Carriers.Say(evidence, story)}."),
                [.. story.Open.Select(finding => finding.Id)], "performance", null, evidence.OnsetOf(story))
            {
                Drop = seen.Drop,
                IsRetry = !story.IsNewChange,
            };
        }
    }
}
