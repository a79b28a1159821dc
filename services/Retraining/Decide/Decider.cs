using MonitoringDemo.Retraining.People;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Release;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>Asks the policy what the evidence deserves, and writes the answer into the journal.</summary>
internal sealed class Decider(Registry registry, EvidenceCollector collector, Responses responses, StandingChallengers challengers, TrainingCode code, PolicyLimits limits, Drill drill, PartsUsed used, TimeProvider time)
{
    /// <returns>True when something was decided.</returns>
    public bool Decide(RowFeed log)
    {
        code.Compare(registry, limits.Model, log.NextRow);
        var state = registry.State;
        var policy = state.ForPolicy() with { Now = time.GetUtcNow() };
        var evidence = collector.Collect(log, state, policy, limits);
        var decided = Policy.Decide(policy, evidence, limits, decision => drill.Leaves(decision) && PeopleRestraint.Allows(decision, policy), drill.Leaves);
        foreach (var made in decided) used.Wanted(made.Rule);
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
        if (EndedCanary(before, state) is { } promoted) challengers.Judged(state.Champion!.Version, before.Champion!, promoted);
        // One that became a canary, or is prepared, is judged when that has ended.
        else if (decided.Any(decision => decision is Replace) && state.Release!.Phase is not (ReleasePhase.Canary or ReleasePhase.Prepared))
            challengers.Judged(state.Champion!.Version, before.Champion!, passed: state.Champion.Version != before.Champion!.Version);
        if (decided.Any(decision => decision is RollBack or EmergencyRollBack)) challengers.Reset();
    }

    /// <summary>Whether a standing challenger that was a canary, or was prepared, answers all requests now; null where none has ended.</summary>
    private static bool? EndedCanary(RegistryState before, RegistryState state) =>
        before is { Release.Phase: ReleasePhase.Canary or ReleasePhase.Prepared, ShadowVersion: { } canary } && before.Version(canary).Trigger == "challenger" && (state.Release!.Phase, state.ShadowVersion) != (before.Release.Phase, canary)
            ? state.Champion!.Version == canary
            : null;
}
