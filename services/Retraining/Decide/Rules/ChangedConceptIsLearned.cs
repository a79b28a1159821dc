using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Decide.Rules;

internal sealed class ChangedConceptIsLearned : IRule
{
    public string Evidence => "inputs unmoved, realised performance falls";

    public IReadOnlyList<string> Actions => [DecisionActions.Retrain];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        foreach (var incident in state.Incidents)
        {
            if (incident.InputsMoved.Count > 0 || incident.IsBeingLearned || !Restraint.Confirmed(incident, evidence, limits, out var seen)) continue;
            if (!Restraint.MayTrain(state, incident, evidence, limits, seen.Drop)) continue;

            yield return new Retrain(
                incident.UpdateId,
                FormattableString.Invariant($"The inputs are as before but accuracy fell from {seen.ReferenceAccuracy:0.000} to {seen.Accuracy:0.000}, confirmed on {seen.Rows} rows after the finding: the concept changed near row {evidence.OnsetOf(incident)}{Carriers.Say(evidence, incident)}."),
                [.. incident.Open.Select(finding => finding.Id)], "performance", null, evidence.OnsetOf(incident))
            {
                Drop = seen.Drop,
                IsRetry = !incident.IsNewChange,
            };
        }
    }
}
