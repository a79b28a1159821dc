using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Decide.Rules;

internal sealed class BrokenDataIsQuarantined : IRule
{
    public string Evidence => "data quality broken";

    public IReadOnlyList<string> Actions => [DecisionActions.Quarantine, DecisionActions.Watch];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        // What did no harm may do it now: another champion serves.
        var harmful = state.NewlyBroken.Concat(state.Tolerated).Where(broken => !evidence.Harmless.ContainsKey(broken.Finding.Id));
        foreach (var incident in harmful.GroupBy(broken => broken.UpdateId))
        {
            var findings = incident.Select(broken => broken.Finding).ToList();
            var from = findings.Min(finding => finding.Onset);
            yield return new Quarantine(incident.Key, $"Broken data, not a changed world: {Names(findings)}; rows from {from} on are kept out of training and the data's owner is told.", findings);
        }

        foreach (var incident in state.NewlyBroken.Where(broken => evidence.Harmless.ContainsKey(broken.Finding.Id)).GroupBy(broken => broken.UpdateId))
        {
            var findings = incident.Select(broken => broken.Finding).ToList();
            var (importance, effect) = (findings.Max(finding => evidence.Harmless[finding.Id].Importance), findings.Max(finding => evidence.Harmless[finding.Id].Effect));
            yield return new Watch(
                incident.Key,
                FormattableString.Invariant($"Broken, but it does no harm: {Names(findings)}; {100 * importance:0.0} % of what moves the model's scores, which change by {effect:0.000} on average. Its rows are still learned from and the data's owner is told."),
                [.. findings.Select(finding => finding.Id)]);
        }
    }

    private static string Names(IEnumerable<Finding> findings) =>
        string.Join(", ", findings.Select(finding => finding.Feature is null ? finding.Detector : $"{finding.Feature} ({finding.Detector})").Distinct());
}
