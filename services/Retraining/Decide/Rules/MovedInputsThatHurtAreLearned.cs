using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Decide.Rules;

internal sealed class MovedInputsThatHurtAreLearned : IRule
{
    public string Evidence => "inputs moved, performance falls, enough clean rows since the change";

    public IReadOnlyList<string> Actions => [DecisionActions.Retrain];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        foreach (var incident in state.Incidents)
        {
            if (incident.InputsMoved.Count == 0 || incident.IsBeingLearned) continue;
            if (!Restraint.Confirmed(incident, evidence, limits, out var seen) && !Restraint.Plain(incident, evidence, limits, out seen)) continue;
            if (!Restraint.MayTrain(state, incident, evidence, limits, seen.Drop)) continue;

            var features = string.Join(", ", incident.InputsMoved.Select(finding => finding.Feature ?? "the score").Distinct());
            yield return new Retrain(
                incident.UpdateId,
                FormattableString.Invariant($"The inputs moved ({features}) and accuracy fell from {seen.ReferenceAccuracy:0.000} to {seen.Accuracy:0.000}, confirmed on {seen.Rows} rows after they were found{Carriers.Say(evidence, incident)}."),
                [.. incident.Open.Select(finding => finding.Id)], "data", null, evidence.OnsetOf(incident))
            {
                Drop = seen.Drop,
                IsRetry = !incident.IsNewChange,
            };
        }
    }
}
