using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.People;
using MonitoringDemo.ServiceDefaults.Security.People;

namespace MonitoringDemo.Retraining.Retire.Rules;

/// <summary>A version goes one stage at a time, so that callers are warned before it is gone; and never while something needs it.</summary>
internal sealed class RetirementIsObeyed : IRule
{
    public string Evidence => "a person takes a version out of use, or back into use";

    public IReadOnlyList<string> Actions => [DecisionActions.Retire, DecisionActions.Watch];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        var (stages, moved) = (new Dictionary<int, string>(), 0);
        foreach (var command in state.Retirement.Commands)
        {
            var now = stages.GetValueOrDefault(command.Version, state.Retirement.StageOf(command.Version));
            if (Against(command, now, state, limits) is { } why)
            {
                yield return new PeopleAnswer(command.UpdateId, DecisionActions.Watch, why, command.RequestedBy, [new RetirementAnswered(command.UpdateId)]) { Version = command.Version };
                continue;
            }

            stages[command.Version] = command.Stage;
            yield return Move.Of(command, evidence.Row, state, limits.Retirement, ++moved);
        }
    }

    private static string? Against(RetireVersion command, string now, PolicyState state, PolicyLimits limits)
    {
        var (version, stage) = (command.Version, command.Stage);
        if (version < 1 || version > state.Usage.Newest) return $"There is no version {version}: the newest is {state.Usage.Newest}.";
        if (!VersionStages.All.Contains(stage)) return $"There is no stage '{stage}': {string.Join(", ", VersionStages.All)}.";
        if (now == stage) return $"Version {version} is {stage} already.";
        var least = stage == VersionStages.Deleted ? PersonRole.Admin : PersonRole.Approver;
        if (limits.Roster is { IsKept: true } roster && !roster.May(command.RequestedBy, least))
            return $"{command.RequestedBy} may not make version {version} {stage}: that takes {(least == PersonRole.Admin ? "an admin" : "an approver")}.";
        if (command.Sunset <= state.Now) return $"The sunset of version {version} has to be a moment to come, and {command.Sunset:yyyy-MM-dd HH:mm}Z is none.";
        if (now == VersionStages.Deleted) return $"Version {version} was deleted: its artifact and rows are gone.";
        if (stage == VersionStages.Active) return null;
        if (state.Usage.Tried.Contains(version) || (stage != VersionStages.Deprecated && state.Usage.Needs(version) is not null))
            return $"Version {version} cannot be made {stage}: {state.Usage.Needs(version)}.";
        return Before(stage) == now ? null : $"Version {version} is {now}: before it is made {stage} it has to be {Before(stage)}.";
    }

    private static string Before(string stage) => stage switch
    {
        VersionStages.Deprecated => VersionStages.Active,
        VersionStages.Archived => VersionStages.Deprecated,
        _ => VersionStages.Archived,
    };
}
