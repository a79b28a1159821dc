using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>Leaves out what a drill has switched off, so that a scenario can show what each response is good for.</summary>
internal sealed class Drill(PolicyOptions options)
{
    public bool Leaves(IGate gate) => Leaves(gate.Name);

    public bool Leaves(IRule row) => options.DisabledRows.Count == 0 || !options.DisabledRows.Contains(PolicyParts.NameOf(row), StringComparer.Ordinal);

    public bool Leaves(Decision decision) => decision switch
    {
        Watch => Leaves(DecisionActions.Watch),
        Quarantine => Leaves(DecisionActions.Quarantine),
        Hold => Leaves(DecisionActions.Hold),
        Retrain or Refit => Leaves(DecisionActions.Retrain),
        Restore => Leaves(DecisionActions.Restore),
        RollBack => Leaves(DecisionActions.RollBack),
        Replace => Leaves(DecisionActions.Replace),
        _ => true,
    };

    private bool Leaves(string response) => !options.DisabledResponses.Contains(response, StringComparer.Ordinal);
}
