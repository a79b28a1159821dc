using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.People;

/// <summary>What each entry of the journal changes for people. Pure.</summary>
internal static class PeopleFold
{
    /// <param name="state">What the other folds made of the entry.</param>
    /// <param name="entry">The entry.</param>
    public static RegistryState Follow(RegistryState state, JournalEntry entry)
    {
        var people = state.People;
        var now = Of(people, entry);
        var known = entry.Happened switch
        {
            JudgementRequested { Command.UpdateId: var id } => id,
            FreezeRequested { Command.UpdateId: var id } => id,
            RollBackRequested { Command.UpdateId: var id } => id,
            _ => null,
        };
        if (ReferenceEquals(now, people) && known is null) return state;
        return state with { People = now, Known = known is null ? state.Known : state.Known.Add(Keys.Command(known)) };
    }

    private static PeopleState Of(PeopleState people, JournalEntry entry) => entry.Happened switch
    {
        RetrainRequested { Command: var command } => people with { AskedBy = people.AskedBy.SetItem(command.UpdateId, command.RequestedBy) },
        JudgementRequested { Command: var command } => people with { Judgements = people.Judgements.Add(command) },
        FreezeRequested { Command: var command } => people with { FreezeCommands = people.FreezeCommands.Add(command) },
        RollBackRequested { Command: var command } => people with { RollBackCommands = people.RollBackCommands.Add(command) },
        ApprovalAwaited { Waiting: var waiting } => people with { Waiting = people.Waiting.Add(waiting) },
        ApprovalGiven given => people.Answered(given.CommandId) with
        {
            Approvals = people.Approvals.SetItem(given.Version, people.ApprovalsOf(given.Version).Add(new Approval(given.By, entry.Row, given.Reason))),
        },
        CommandAnswered answered => people.Answered(answered.CommandId),
        ReleasesFrozen frozen => people.Answered(frozen.CommandId) with { Freeze = new FreezeInForce(frozen.By, frozen.Reason, entry.Row, entry.Time, frozen.Until) },
        ReleasesUnfrozen unfrozen => (unfrozen.CommandId is { } id ? people.Answered(id) : people) with { Freeze = null },
        VersionRejected rejected => Without(people, rejected.Version),
        Released { Change: var change } => Served(Without(change.Shadow is { } shadow ? Without(people, shadow.Version) : people, change.Champion.Version), change.Champion.Version),
        _ => people,
    };

    private static PeopleState Without(PeopleState people, int version) =>
        people.Waiting.Exists(waiting => waiting.Version == version) ? people with { Waiting = people.Waiting.RemoveAll(waiting => waiting.Version == version) } : people;

    private static PeopleState Served(PeopleState people, int champion) =>
        people.Champions is [.., var last] && last == champion ? people : people with { Champions = people.Champions.Add(champion) };
}
