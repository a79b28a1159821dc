using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Decide.Rules;

internal sealed class BetterChallengerIsReleased : IRule
{
    public string Evidence => "slow drift: a challenger trained on recent rows beats the champion on rows that neither was trained on";

    public IReadOnlyList<string> Actions => [DecisionActions.Replace];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        if (!Restraint.Trusted(state) || state.IsTrying) yield break;

        var (unlearned, drop) = Unlearned(state, evidence, limits);
        var learned = unlearned is null ? Learned(state) : null;
        if (evidence.Challenger is { ProvenBetter: true } race)
        {
            yield return new Replace(
                (unlearned ?? learned)?.UpdateId ?? FormattableString.Invariant($"{limits.Model}-challenger-{evidence.Row}"),
                FormattableString.Invariant($"Training anew on the newest rows beats keeping version {state.Champion}: squared error lower by {race.MeanGain:0.0000} a row on {race.Rows} later rows."),
                state.OpenPerformance, IsTrusted: false)
            {
                ToMend = drop,
                SinceRow = unlearned is null ? learned?.Serving!.SinceRow : evidence.OnsetOf(unlearned),
            };
        }
        else if (evidence.Refresh is { MeanGain: >= 0 } trust && !state.Incidents.Any(incident => incident.PerformanceFell.Any(finding => finding.Onset >= trust.TrainedToRow)))
        {
            yield return new Replace(
                learned?.UpdateId ?? state.ReleaseUpdateId,
                FormattableString.Invariant($"Training anew goes on paying: squared error lower by {trust.MeanGain:0.0000} a row than version {trust.Kept} would have had on the {trust.Rows} rows since."),
                state.OpenPerformance, IsTrusted: true)
            {
                ToMend = drop,
                SinceRow = learned?.Serving!.SinceRow,
            };
        }
    }

    /// <summary>The changed concept whose model serves: one that takes its place is the model of the same change, and is trained again as its rows double, too.</summary>
    private static IncidentState? Learned(PolicyState state) =>
        state.Incidents.FirstOrDefault(incident => incident is { IsBeingLearned: true, InputsMoved.Count: 0, Serving.Trigger: "performance" or "challenger" });

    /// <summary>The incident with the deepest confirmed fall that no moved input explains and no model in service has learned.</summary>
    private static (IncidentState? Incident, double Drop) Unlearned(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        (IncidentState? Incident, double Drop) deepest = (null, 0);
        foreach (var incident in state.Incidents)
        {
            if (incident.InputsMoved.Count == 0 && !incident.IsBeingLearned && Restraint.Confirmed(incident, evidence, limits, out var seen) && seen.Drop > deepest.Drop)
                deepest = (incident, seen.Drop);
        }

        return deepest;
    }
}
