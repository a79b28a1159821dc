using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.People;

namespace MonitoringDemo.Retraining.Retire;

/// <summary>The decision that takes a version to another stage.</summary>
internal static class Move
{
    /// <summary>As a person asked.</summary>
    /// <param name="nth">The how manieth move of this step it is.</param>
    public static PeopleAnswer Of(RetireVersion command, long row, PolicyState state, RetirementOptions options, int nth)
    {
        var sunset = command.Stage == VersionStages.Deprecated ? command.Sunset ?? state.Now + options.ArchiveAfter : (DateTimeOffset?)null;
        return Of(command.UpdateId, command.Version, command.Stage, $"{command.RequestedBy} made version {command.Version} {command.Stage}: {command.Reason.TrimEnd('.')}.", command.RequestedBy, sunset, row, state, command.Model, nth);
    }

    /// <param name="why">In one sentence.</param>
    /// <param name="by">The person; null for the policy.</param>
    public static PeopleAnswer Of(string updateId, int version, string stage, string why, string? by, DateTimeOffset? sunset, long row, PolicyState state, string model, int nth)
    {
        var said = sunset is { } end ? FormattableString.Invariant($"{why} It may be gone from {end:yyyy-MM-dd HH:mm}Z on.") : why;
        return new PeopleAnswer(updateId, DecisionActions.Retire, said, by, [new VersionMoved(new VersionRetired(model, updateId, state.Retirement.Count + nth, row, version, stage, state.Now, said, by, sunset))]) { Version = version };
    }
}
