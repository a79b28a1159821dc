namespace MonitoringDemo.Retraining.Decide.Rules;

/// <summary>The first model after a change had few rows to learn from: it is trained again as they double.</summary>
internal sealed class YoungModelIsRefitted : IRule
{
    public string Evidence => "the model of this story serves, and the rows since the change have doubled";

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        foreach (var story in state.Stories)
        {
            if (story.Serving is not { } serving || story.IsNewChange || story.Refits >= limits.Options.MaxRefits) continue;
            if (!Restraint.Trusted(state) || state.Phase == Release.ReleasePhase.Shadow) continue;
            // A model of the change before would close what was found since, and has seen little of it.
            if (state.Stories.Any(other => other.UpdateId != story.UpdateId && Restraint.Falls(other, evidence, limits))) continue;

            var rows = evidence.CleanRowsSinceOnset.GetValueOrDefault(story.UpdateId);
            if (rows < limits.Options.RefitRows || rows < 2 * story.LastRunRows) continue;

            yield return new Refit(
                story.UpdateId, $"The rows since the change near row {serving.SinceRow} have grown from {story.LastRunRows} to {rows}.",
                serving.Trigger, serving.SinceRow);
        }
    }
}
