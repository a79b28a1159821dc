using System.Diagnostics.Metrics;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.People;
using MonitoringDemo.Retraining.Privacy;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults;

namespace MonitoringDemo.Retraining;

/// <summary>What was decided, and on which evidence: the row of the policy's table, or the gate that refused.</summary>
internal sealed class DecisionTelemetry
{
    private readonly string _model;
    private readonly Counter<long> _decisions;

    public DecisionTelemetry(IMeterFactory meters, ModelSlot slot, IEnumerable<IGate> gates)
    {
        _model = slot.Model;
        _decisions = meters.Create(RetrainingTelemetry.Name).CreateCounter<long>("mlops_decisions", description: "Decisions of the policy, by action and by the evidence that it rests on.");
        foreach (var (action, evidence) in slot.ServedElsewhere ? ElsewhereDecider.Table : Table(gates)) Count(action, evidence, 0);
    }

    /// <summary>Counts what a new entry of the journal says.</summary>
    public void Appended(JournalEntry entry)
    {
        if (entry.Happened is Decided decided) Count(decided.Decision.Action, decided.Rule, 1);
    }

    private static IEnumerable<(string Action, string Evidence)> Table(IEnumerable<IGate> gates) =>
    [
        .. Policy.Table.SelectMany(rule => rule.Actions.Select(action => (action, rule.Evidence))),
        .. gates.Where(gate => gate.IsOn).Select(gate => (DecisionActions.Reject, gate.Name)),
        (DecisionActions.AwaitApproval, ReleaseDesk.Rule),
        // Made while nobody works: it stays 0, and the journal tells of it.
        (DecisionActions.Erase, Erasure.Rule),
    ];

    private void Count(string action, string evidence, long decisions) =>
        _decisions.Add(decisions, new("model", _model), new("action", action), new("evidence", evidence));
}
