using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Decide.Rules;

/// <summary>Trainers, their settings or their packages are others than those that made the champion: what they make now is tried, once for each change.</summary>
internal sealed class ChangedCodeIsTried : IRule
{
    public string Evidence => "the training code has changed";

    public IReadOnlyList<string> Actions => [DecisionActions.Retrain];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        if (state.CodeChange is not var (incident, what) || state.IsTrying || !Restraint.Trusted(state)) yield break;
        yield return new Retrain(incident, $"The training code has changed: {what}.", [], "code", null, null);
    }
}
