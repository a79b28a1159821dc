using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Release;

namespace MonitoringDemo.Retraining.People.Rules;

/// <summary>Stands before every other row: nothing holds it back, and of several at once one counts.</summary>
internal sealed class RollBackIsObeyed : IRule
{
    public string Evidence => "a person takes back what serves";

    public IReadOnlyList<string> Actions => [DecisionActions.RollBack, DecisionActions.Watch];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        EmergencyRollBack? first = null;
        foreach (var command in state.People.RollBackCommands)
        {
            if (first is not null)
            {
                yield return Nothing(command, $"{first.Command.RequestedBy} has just taken back version {first.TakenBack}: it is not done twice.");
                continue;
            }

            // While a canary answers it is what is being released.
            if (state is { Phase: ReleasePhase.Canary, Shadow: { } canary } && command.To is null && (command.Version ?? canary) == canary)
            {
                first = new EmergencyRollBack(command, $"{command.RequestedBy} took version {canary}, the canary, back: {command.Reason.TrimEnd('.')}. Version {state.Champion} answers all requests again.", state.Champion, canary);
                yield return first;
                continue;
            }

            if (command.Version is { } meant && meant != state.Champion)
            {
                yield return Nothing(command, $"Version {meant} does not serve: version {state.Champion} does. There is nothing to take back.");
                continue;
            }

            var to = command.To ?? (Newest(state, state.Restorable) is > 0 and var ready ? ready : Newest(state, state.LastResorts));
            if (to == state.Champion || !(state.Restorable.Contains(to) || state.LastResorts.Contains(to)))
            {
                yield return Nothing(command, command.To is { } named
                    ? $"Version {named} cannot serve instead of version {state.Champion}: it has not served before, was rejected, is out of use, or serves now. GET /v1/models lists what can."
                    : $"There is no version to go back to: none served before version {state.Champion} that was not rejected.");
                continue;
            }

            first = new EmergencyRollBack(command, $"{command.RequestedBy} took version {state.Champion} back: {command.Reason.TrimEnd('.')}. Version {to} serves again.", to, state.Champion);
            yield return first;
        }
    }

    /// <summary>Of those that may serve, the champion before the one that serves; 0 for none.</summary>
    private static int Newest(PolicyState state, IReadOnlyList<int> may) => state.People.Champions.FindLast(version => version != state.Champion && may.Contains(version));

    private static PeopleAnswer Nothing(RollBackRelease command, string why) =>
        new(command.UpdateId, DecisionActions.Watch, why, command.RequestedBy, [new CommandAnswered(command.UpdateId)]);
}
