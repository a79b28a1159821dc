using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Release;

namespace MonitoringDemo.Retraining.People;

/// <summary>What the policy wants and people do not let it do now. What is held back is wanted again as long as its evidence holds.</summary>
internal static class PeopleRestraint
{
    public static bool Allows(Decision decision, PolicyState state)
    {
        // A freeze that this step answers holds in this step.
        var isFrozen = state.People.Freeze is not null || state.People.FreezeCommands.Exists(command => command.Frozen);
        if (isFrozen && PutsInService(decision, state)) return false;
        return decision switch
        {
            // One challenger waits at a time; the race behind it goes on.
            Replace => !state.People.Waiting.Exists(waiting => waiting.Trigger == "challenger"),
            Refit or Retrain { IsRetry: true } => !state.People.Waiting.Exists(waiting => waiting.UpdateId == decision.UpdateId),
            _ => true,
        };
    }

    /// <summary>Whether it brings another version into service. To take back what is worse does, and is never held back.</summary>
    private static bool PutsInService(Decision decision, PolicyState state) => decision switch
    {
        Promote or StepUp or Replace or ReleaseWaiting => true,
        Restore restore => !(state.Phase == ReleasePhase.Probation && restore.Version == state.Shadow),
        _ => false,
    };
}
