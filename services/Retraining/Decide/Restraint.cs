namespace MonitoringDemo.Retraining.Decide;

/// <summary>What keeps the fleet from flapping: nothing moves on broken or missing evidence, too soon, or too often.</summary>
internal static class Restraint
{
    /// <summary>The evidence can be trusted: no broken rows arrive and labels flow.</summary>
    public static bool Trusted(PolicyState state) => !state.QuarantineOpen && state.NewlyBroken.Count == 0 && !state.Blind;

    /// <summary>A run may start: trusted, nothing in shadow, cooled down, and within the budget.</summary>
    public static bool MayTrain(PolicyState state, StoryState story, Evidence evidence, PolicyLimits limits) =>
        Trusted(state)
        && state.Phase != Release.ReleasePhase.Shadow
        && evidence.Row - state.LastMoveRow >= limits.CoolDownRows
        // A story whose candidates keep failing is tried again ever more rarely.
        && (story.Runs == 0 || evidence.Row - story.LastRunRow >= (long)limits.CoolDownRows << Math.Min(story.Runs - 1, 6))
        && state.RunRows.Count(row => row > evidence.Row - limits.BudgetRows) < limits.BudgetRuns
        && evidence.CleanRowsSinceOnset.GetValueOrDefault(story.UpdateId) >= limits.RowsToRetrain;

    /// <summary>The fall was seen again, on clean rows that came after the finding.</summary>
    public static bool Confirmed(StoryState story, Evidence evidence, PolicyLimits limits, out Confirmation seen) =>
        evidence.SincePerformanceFell.TryGetValue(story.UpdateId, out seen!)
        && story.PerformanceFell.Count > 0
        && seen.Rows >= limits.ConfirmRows
        && seen.Fell(limits.LeastDrop, limits.Sigmas);

    /// <summary>Inputs moved, and on the rows after that the champion is plainly worse, whatever a detector of performance says.</summary>
    public static bool Plain(StoryState story, Evidence evidence, PolicyLimits limits, out Confirmation seen) =>
        evidence.SinceInputsMoved.TryGetValue(story.UpdateId, out seen!)
        && story.InputsMoved.Count > 0
        && seen.Rows >= limits.ConfirmRows
        && seen.Fell(limits.PlainDrop, limits.PlainSigmas);
}
