using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Decide.Rules;

internal sealed class AcceptedDataIsLetIn : IRule
{
    public string Evidence => "the data's owner accepts";

    public IReadOnlyList<string> Actions => [DecisionActions.Accept, DecisionActions.Watch];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        foreach (var command in state.AcceptCommands)
        {
            var meant = state.Incidents.SelectMany(incident => incident.OpenOf(FindingKinds.DataQuality)).Where(finding => (finding.Feature ?? finding.Detector) == command.Feature).ToList();
            yield return meant.Count == 0
                ? new Watch(command.UpdateId, $"Nothing is broken under the name {command.Feature}: there is nothing to accept.", [])
                : new Accept(
                    command,
                    FormattableString.Invariant($"{command.RequestedBy} accepts {command.Feature} as it is: {command.Reason.TrimEnd('.')}. Rows from {evidence.Row} on are learned from again."),
                    [.. meant.Select(finding => finding.Id)]);
        }
    }
}
