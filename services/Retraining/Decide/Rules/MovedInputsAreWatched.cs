using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Decide.Rules;

internal sealed class MovedInputsAreWatched : IRule
{
    private const int Patience = 5;

    public string Evidence => "inputs moved, performance holds";

    public IReadOnlyList<string> Actions => [DecisionActions.Watch];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        foreach (var incident in state.Incidents)
        {
            // Inputs that moved because they are broken are the quarantine's business.
            var moved = incident.InputsMoved.Where(finding => finding.Feature is null || !state.QuarantinedFeatures.Contains(finding.Feature)).ToList();
            if (incident.Watched || moved.Count == 0 || incident.PerformanceFell.Count > 0 || incident.Serving is not null || !Restraint.Trusted(state)) continue;
            if (!evidence.SinceInputsMoved.TryGetValue(incident.UpdateId, out var seen) || seen.Rows < limits.WatchRows) continue;
            var dips = seen.Drop >= limits.LeastDrop;
            if (dips && (seen.Rows < limits.WatchRows * Patience || Restraint.Plain(incident, evidence, limits, out _))) continue;

            var features = string.Join(", ", moved.Select(finding => finding.Feature ?? "the score").Distinct());
            yield return new Watch(
                incident.UpdateId,
                FormattableString.Invariant($"The inputs moved ({features}) {(dips ? "and the answers are somewhat worse, not enough to act on yet" : "but the answers hold")}: {seen.Accuracy:0.000} right on {seen.Rows} rows since, {seen.ReferenceAccuracy:0.000} before."),
                [.. moved.Select(finding => finding.Id)]);
        }
    }
}
