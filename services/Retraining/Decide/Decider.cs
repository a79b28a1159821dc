using MonitoringDemo.Retraining.People;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>Asks the policy what the evidence deserves, and writes the answer into the journal.</summary>
internal sealed class Decider(Registry registry, EvidenceCollector collector, Responses responses, StandingChallengers challengers, TrainingCode code, PolicyLimits limits, Drill drill, TimeProvider time)
{
    /// <returns>True when something was decided.</returns>
    public bool Decide(RowFeed log)
    {
        code.Compare(registry, limits.Model, log.NextRow);
        var state = registry.State;
        var policy = state.ForPolicy() with { Now = time.GetUtcNow() };
        var evidence = collector.Collect(log, state, policy, limits);
        var decided = Policy.Decide(policy, evidence, limits, decision => drill.Leaves(decision) && PeopleRestraint.Allows(decision, policy));
        var events = decided.SelectMany(made => responses.To(made.Rule, made.Decision, evidence, log, state)).ToList();
        registry.Append(log.NextRow, events);
        Tell(state, [.. decided.Select(made => made.Decision)]);
        return events.Count > 0;
    }

    /// <summary>What was decided may concern the models that race.</summary>
    private void Tell(RegistryState before, IReadOnlyList<Decision> decided)
    {
        var state = registry.State;
        if (state.Quarantines.Skip(before.Quarantines.Count).Any(challengers.HasLearnedFrom)) challengers.Reset();
        if (decided.Any(decision => decision is Replace))
            challengers.Judged(state.Champion!.Version, before.Champion!, passed: state.Champion.Version != before.Champion!.Version);
        if (decided.Any(decision => decision is RollBack or EmergencyRollBack)) challengers.Reset();
    }
}
