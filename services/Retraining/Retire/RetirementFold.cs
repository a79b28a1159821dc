using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.Retire;

/// <summary>What each entry of the journal changes for versions on their way out of use. Pure.</summary>
internal static class RetirementFold
{
    /// <param name="before">The registry before the entry.</param>
    /// <param name="state">What the other folds made of it.</param>
    /// <param name="entry">The entry.</param>
    public static RegistryState Follow(RegistryState before, RegistryState state, JournalEntry entry)
    {
        var retirement = state.Retirement;
        return entry.Happened switch
        {
            RetirementRequested { Command: var command } => state with { Retirement = retirement with { Commands = retirement.Commands.Add(command) }, Known = state.Known.Add(Keys.Command(command.UpdateId)) },
            VersionMoved { Told: var told } => state with
            {
                Retirement = Answered(retirement, told.UpdateId) with { Moves = retirement.Moves.SetItem(told.Version, told), Count = told.Sequence },
            },
            RetirementAnswered { CommandId: var id } => state with { Retirement = Answered(retirement, id) },
            VersionRegistered { Version.Version: var version } => Needed(state, entry.Time, version),
            Released => Needed(state, entry.Time, [before.Release?.Change.Champion.Version, before.ShadowVersion, state.Release!.Change.Champion.Version, state.ShadowVersion]),
            _ => state,
        };
    }

    private static RetirementState Answered(RetirementState retirement, string id) => retirement with { Commands = retirement.Commands.RemoveAll(command => command.UpdateId == id) };

    private static RegistryState Needed(RegistryState state, DateTimeOffset time, params IEnumerable<int?> versions) => state with
    {
        Retirement = state.Retirement with { NeededAt = state.Retirement.NeededAt.SetItems(versions.OfType<int>().Distinct().Select(version => KeyValuePair.Create(version, time))) },
    };
}
