using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Decide.Rules;

/// <summary>Stands before the rows that train: an old world that came back needs no training, and no finding.</summary>
internal sealed class ArchivedModelIsRestored : IRule
{
    public string Evidence => "an archived model beats the champion on recent rows";

    public IReadOnlyList<string> Actions => [DecisionActions.Restore];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        if (evidence.Archived is not { } archived || !state.Restorable.Contains(archived.Version)) yield break;
        if (!Restraint.Trusted(state) || state.IsTrying) yield break;

        var incident = state.Incidents.FirstOrDefault(incident => incident.PerformanceFell.Count > 0);
        yield return new Restore(
            incident?.UpdateId ?? FormattableString.Invariant($"{limits.Model}-restore-{evidence.Row}"),
            FormattableString.Invariant($"The world of version {archived.Version} is back: it is right on {archived.Accuracy:0.000} of the newest {archived.Rows} rows, version {state.Champion} on {archived.ChampionAccuracy:0.000}{(incident is null ? "" : Carriers.Say(evidence, incident))}."),
            state.OpenPerformance, archived.Version);
    }
}
