using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Decide.Rules;

internal sealed class MissingLabelsHoldPromotions : IRule
{
    public string Evidence => "labels stop";

    public IReadOnlyList<string> Actions => [DecisionActions.Hold];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits) =>
        from incident in state.Incidents
        where !incident.Held
        let findings = incident.OpenOf(FindingKinds.LabelFlow)
        where findings.Count > 0
        select new Hold(incident.UpdateId, $"The outcomes cannot be relied on ({findings[0].Summary.TrimEnd('.')}): nothing is promoted until they can.", [.. findings.Select(finding => finding.Id)]);
}
