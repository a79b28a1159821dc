using System.Diagnostics.Metrics;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults;

namespace MonitoringDemo.Retraining.People;

/// <summary>What waits for people, and what they said.</summary>
internal sealed class PeopleTelemetry
{
    private static readonly string[] s_outcomes = ["approved", "rejected", "lapsed"];

    private readonly string _model;
    private readonly Counter<long> _judged;

    public PeopleTelemetry(IMeterFactory meters, ModelSlot slot, Registry registry)
    {
        _model = slot.Model;
        var meter = meters.Create(RetrainingTelemetry.Name);
        _judged = meter.CreateCounter<long>("mlops_approvals", description: "Approvals that people gave, versions that they refused, and versions that lapsed while they waited.");
        meter.CreateObservableGauge("mlops_approvals_waiting", () => new Measurement<int>(registry.State.People.Waiting.Count, Model()), description: "Versions that passed every gate and wait for people, or for the end of a freeze.");
        meter.CreateObservableGauge("mlops_releases_frozen", () => new Measurement<int>(registry.State.People.Freeze is null ? 0 : 1, Model()), description: "1 while a person keeps releases from going on.");
        foreach (var outcome in s_outcomes) Judged(outcome, 0);
    }

    /// <summary>Counts what a new entry of the journal says.</summary>
    public void Appended(JournalEntry entry)
    {
        if (entry.Happened is ApprovalGiven) Judged("approved", 1);
        else if (entry.Happened is Decided { Decision: { Action: DecisionActions.Reject, Gate: ReleaseDesk.Gate } decision }) Judged(decision.By is null ? "lapsed" : "rejected", 1);
    }

    private void Judged(string outcome, int count) => _judged.Add(count, Model(), new("outcome", outcome));

    private KeyValuePair<string, object?> Model() => new("model", _model);
}
