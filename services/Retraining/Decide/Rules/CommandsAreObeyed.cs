using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Release;

namespace MonitoringDemo.Retraining.Decide.Rules;

/// <summary>A person asked. The gates are the same; a drill is refused where drills are not allowed.</summary>
internal sealed class CommandsAreObeyed : IRule
{
    public string Evidence => "a person asks to retrain or to restore";

    public IReadOnlyList<string> Actions => [DecisionActions.Watch, DecisionActions.Reject, DecisionActions.Restore, DecisionActions.Retrain, DecisionActions.RollBack];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        foreach (var command in state.RestoreCommands)
        {
            if (state.Phase == ReleasePhase.Canary && command.Version == state.Champion)
                yield return new RollBack(command.UpdateId, $"Asked for by {command.RequestedBy}, who takes version {state.Shadow} back: {command.Reason.TrimEnd('.')}.", CanaryGates.Person);
            else if (state.People.Freeze is { } freeze && command.Version != state.Champion && (state.Restorable.Contains(command.Version) || (state.Phase == ReleasePhase.Canary && command.Version == state.Shadow)))
                yield return new Watch(command.UpdateId, $"Version {command.Version} is not restored now. {freeze.Words} Lift it and ask again; in an emergency roll back, which always works.", []);
            else if (state.Phase == ReleasePhase.Canary && command.Version == state.Shadow)
                yield return new Promote(command.UpdateId, $"Asked for by {command.RequestedBy}, before the canary had stood all its steps: {command.Reason.TrimEnd('.')}.") { IsAskedFor = true };
            else if (command.Version == state.Champion)
                yield return new Watch(command.UpdateId, $"Version {command.Version} serves already: there is nothing to restore.", []);
            else if (!state.Restorable.Contains(command.Version))
                yield return new Reject(command.UpdateId, $"Version {command.Version} cannot be restored: it is not in the registry, or it was rejected. GET /v1/models lists what can.", "known-version", null);
            else
                yield return new Restore(command.UpdateId, $"Asked for by {command.RequestedBy}: {command.Reason.TrimEnd('.')}.", [], command.Version);
        }

        foreach (var command in state.RetrainCommands)
        {
            if (command.Trainer is { } name && Refusal(name, limits) is var (gate, why))
                yield return new Reject(command.UpdateId, why, gate, null);
            else if (!state.IsTrying && Restraint.Trusted(state))
                yield return new Retrain(command.UpdateId, $"Asked for by {command.RequestedBy}: {command.Reason.TrimEnd('.')}.", [], "manual", command.Trainer, null);
        }
    }

    /// <summary>Why a trainer is not to be used, before any row is taken for it.</summary>
    private static (string Gate, string Why)? Refusal(string name, PolicyLimits limits)
    {
        if (!limits.Trainers.TryGetValue(name, out var trainer))
            return ("known-trainer", $"There is no trainer '{name}'; known are {string.Join(", ", limits.Trainers.Keys.Order(StringComparer.Ordinal))}.");

        if (trainer.IsDrill && !limits.Training.AllowDrills)
            return ("drills-allowed", $"The trainer '{name}' is a drill, and drills are not allowed here (Retraining:AllowDrills).");

        return trainer.Unavailable is { } why ? ("available-trainer", $"The trainer '{name}' cannot train on this machine: {why}") : null;
    }
}
