namespace MonitoringDemo.Retraining.Decide.Rules;

internal sealed class BrokenDataIsQuarantined : IRule
{
    public string Evidence => "data quality broken";

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        foreach (var story in state.NewlyBroken.GroupBy(broken => broken.UpdateId))
        {
            var findings = story.Select(broken => broken.Finding).ToList();
            var what = string.Join(", ", findings.Select(finding => finding.Feature is null ? finding.Detector : $"{finding.Feature} ({finding.Detector})").Distinct());
            var from = findings.Min(finding => finding.Onset);
            yield return new Quarantine(story.Key, $"Broken data, not a changed world: {what}; rows from {from} on are kept out of training and the data's owner is told.", findings);
        }
    }
}
