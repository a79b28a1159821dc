namespace MonitoringDemo.Retraining.Decide.Rules;

/// <summary>The first model after a change had few rows to learn from: it is trained again as they double.</summary>
internal sealed class YoungModelIsRefitted : IRule
{
    public string Evidence => "the model of this incident serves, and the rows since the change have doubled";

    public IReadOnlyList<string> Actions => [];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        foreach (var incident in state.Incidents)
        {
            if (incident.Serving is not { } serving || incident.IsNewChange || incident.Refits >= limits.Options.MaxRefits) continue;
            if (!Restraint.Trusted(state) || state.IsTrying) continue;
            // A model of the change before would close what was found since, and has seen little of it.
            if (state.Incidents.Any(other => other.UpdateId != incident.UpdateId && Restraint.Falls(other, evidence, limits))) continue;

            var rows = evidence.CleanRowsSinceOnset.GetValueOrDefault(incident.UpdateId);
            if (rows < limits.Options.RefitRows || rows < 2 * incident.LastRunRows) continue;

            yield return new Refit(
                incident.UpdateId, $"The rows since the change near row {serving.SinceRow} have grown from {incident.LastRunRows} to {rows}.",
                serving.Trigger, serving.SinceRow);
        }
    }
}
