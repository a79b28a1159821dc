using MonitoringDemo.Retraining.Release;

namespace MonitoringDemo.Retraining.Decide.Rules;

/// <summary>A person asked. The gates are the same; a drill is refused where drills are not allowed.</summary>
internal sealed class CommandsAreObeyed : IRule
{
    public string Evidence => "a person asks to retrain or to restore";

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        foreach (var command in state.RestoreCommands)
        {
            if (command.Version == state.Champion)
                yield return new Watch(command.UpdateId, $"Version {command.Version} serves already: there is nothing to restore.", []);
            else if (!state.Restorable.Contains(command.Version))
                yield return new Reject(command.UpdateId, $"Version {command.Version} cannot be restored: it is not in the registry, or it was rejected. GET /v1/models lists what can.", "known-version", null);
            else
                yield return new Restore(command.UpdateId, $"Asked for by {command.RequestedBy}: {command.Reason.TrimEnd('.')}.", [], command.Version);
        }

        foreach (var command in state.RetrainCommands)
        {
            if (command.Trainer is not null && !limits.Trainers.ContainsKey(command.Trainer))
                yield return new Reject(command.UpdateId, $"There is no trainer '{command.Trainer}'; known are {string.Join(", ", limits.Trainers.Keys.Order(StringComparer.Ordinal))}.", "known-trainer", null);
            else if (command.Trainer is not null && !limits.Trainers[command.Trainer])
                yield return new Reject(command.UpdateId, $"The trainer '{command.Trainer}' is a drill, and drills are not allowed here (Retraining:AllowDrills).", "drills-allowed", null);
            else if (state.Phase != ReleasePhase.Shadow && Restraint.Trusted(state))
                yield return new Retrain(command.UpdateId, $"Asked for by {command.RequestedBy}: {command.Reason.TrimEnd('.')}.", [], "manual", command.Trainer, null);
        }
    }
}
