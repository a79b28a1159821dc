namespace MonitoringDemo.Retraining.Decide;

/// <summary>What keeps the fleet from flapping: nothing moves on broken or missing evidence, on the same rows again, or too often.</summary>
internal static class Restraint
{
    /// <summary>The evidence can be trusted: no broken rows arrive and labels flow.</summary>
    public static bool Trusted(PolicyState state) => !state.QuarantineOpen && state.NewlyBroken.Count == 0 && !state.Blind;

    /// <summary>A run may start: trusted, nothing in shadow and no canary, within the budget, and on enough rows that no run has seen.</summary>
    public static bool MayTrain(PolicyState state, IncidentState incident, Evidence evidence, PolicyLimits limits, double drop = 0)
    {
        var rows = evidence.CleanRowsSinceOnset.GetValueOrDefault(incident.UpdateId);
        return Trusted(state)
            && !state.IsTrying
            && state.RunRows.Count(row => row > evidence.Row - limits.Options.BudgetRows) < limits.Options.BudgetRuns
            && rows >= limits.RowsToRetrain(drop)
            && (incident.IsNewChange || rows >= limits.Options.RetryGrowth * incident.LastRunRows);
    }

    /// <summary>The fall was seen again, on clean rows that came after the finding.</summary>
    public static bool Confirmed(IncidentState incident, Evidence evidence, PolicyLimits limits, out Confirmation seen) =>
        evidence.SincePerformanceFell.TryGetValue(incident.UpdateId, out seen!)
        && incident.PerformanceFell.Count > 0
        && seen.Fell(limits.LeastDrop, limits.ConfirmEvidence);

    /// <summary>Inputs moved, and on the rows after that the champion is plainly worse, whatever a detector of performance says.</summary>
    public static bool Plain(IncidentState incident, Evidence evidence, PolicyLimits limits, out Confirmation seen) =>
        evidence.SinceInputsMoved.TryGetValue(incident.UpdateId, out seen!)
        && incident.InputsMoved.Count > 0
        && seen.Fell(limits.PlainDrop, limits.PlainEvidence);

    /// <summary>A fall that no model in service has learned yet.</summary>
    public static bool Falls(IncidentState incident, Evidence evidence, PolicyLimits limits) =>
        !incident.IsBeingLearned && (Confirmed(incident, evidence, limits, out _) || Plain(incident, evidence, limits, out _));
}
