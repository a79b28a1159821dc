using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Decide.Rules;

internal sealed class OldModelIsRenewed : IRule
{
    public string Evidence => "model too old";

    public IReadOnlyList<string> Actions => [DecisionActions.Retrain];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits) =>
        from incident in state.Incidents
        let findings = incident.OpenOf(FindingKinds.Staleness)
        where findings.Count > 0 && Restraint.MayTrain(state, incident, evidence, limits)
        select new Retrain(incident.UpdateId, $"Version {state.Champion} is too old: {findings[0].Summary.TrimEnd('.')}.", [.. findings.Select(finding => finding.Id)], "staleness", null, null);
}
