using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.ServiceDefaults.Security.People;

namespace MonitoringDemo.Retraining.People.Rules;

/// <summary>Stops releases and lets them go on. Who began a freeze may lift it, and whoever may approve.</summary>
internal sealed class FreezeIsObeyed : IRule
{
    public string Evidence => "a person freezes releases, or lets them go on";

    public IReadOnlyList<string> Actions => [DecisionActions.Freeze, DecisionActions.Unfreeze, DecisionActions.Watch];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        var freeze = state.People.Freeze;
        foreach (var command in state.People.FreezeCommands)
        {
            var by = command.RequestedBy;
            if (command.Frozen)
            {
                freeze = new FreezeInForce(by, command.Reason, evidence.Row, state.Now, command.Until);
                yield return new PeopleAnswer(command.UpdateId, DecisionActions.Freeze, $"{freeze.Words} What races goes on; an emergency roll-back works.", by, [new ReleasesFrozen(command.UpdateId, by, command.Reason, command.Until)]);
            }
            else if (freeze is null)
            {
                yield return Answer(command, DecisionActions.Watch, "Releases are not frozen: there is nothing to lift.", new CommandAnswered(command.UpdateId));
            }
            else if (limits.Roster is { IsKept: true } roster && by != freeze.By && !roster.May(by, PersonRole.Approver))
            {
                yield return Answer(command, DecisionActions.Watch, $"{by} may not lift the freeze of {freeze.By}: that takes {freeze.By} or an approver.", new CommandAnswered(command.UpdateId));
            }
            else
            {
                freeze = null;
                yield return Answer(command, DecisionActions.Unfreeze, $"{by} lets releases go on: {command.Reason.TrimEnd('.')}.", new ReleasesUnfrozen(command.UpdateId));
            }
        }

        if (freeze is { Until: { } end } && end <= state.Now)
            yield return new PeopleAnswer($"{limits.Model}-unfreeze-{evidence.Row}", DecisionActions.Unfreeze, $"The freeze of {freeze.By} has come to its end: releases go on.", null, [new ReleasesUnfrozen(null)]);
    }

    private static PeopleAnswer Answer(SetFreeze command, string action, string why, Register.JournalEvent happened) => new(command.UpdateId, action, why, command.RequestedBy, [happened]);
}
