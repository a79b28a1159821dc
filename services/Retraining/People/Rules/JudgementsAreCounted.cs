using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults.Security.People;

namespace MonitoringDemo.Retraining.People.Rules;

/// <summary>Who may and has not yet counts once; who asked for the training does not.</summary>
internal sealed class JudgementsAreCounted : IRule
{
    public string Evidence => "a person judges a version that waits, or nobody does";

    public IReadOnlyList<string> Actions => [DecisionActions.Approve, DecisionActions.Reject, DecisionActions.Watch];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        var approved = state.People.Waiting.ToDictionary(waiting => waiting.Version, waiting => state.People.ApprovalsOf(waiting.Version).Select(approval => approval.By).ToHashSet(StringComparer.Ordinal));
        var refused = new HashSet<int>();
        foreach (var command in state.People.Judgements)
        {
            var waiting = state.People.Waiting.Find(each => each.Version == command.Version);
            if (waiting is null || refused.Contains(command.Version))
            {
                yield return Uncounted(command, $"Version {command.Version} does not wait for people: GET /v1/approvals lists what does.");
            }
            else if (limits.Roster is not { } roster || !roster.May(command.RequestedBy, PersonRole.Approver))
            {
                yield return Uncounted(command, $"{command.RequestedBy} is nobody who may approve: it does not count.");
            }
            else if (!command.Approves)
            {
                refused.Add(command.Version);
                yield return Rejected(waiting, $"{command.RequestedBy} refused version {command.Version}: {command.Reason.TrimEnd('.')}.", command.RequestedBy, new CommandAnswered(command.UpdateId));
            }
            else if (waiting.AskedBy == command.RequestedBy)
            {
                yield return Uncounted(command, $"{command.RequestedBy} asked for the training of version {command.Version}, and may not approve it: another pair of eyes is needed.");
            }
            else if (!approved[command.Version].Add(command.RequestedBy))
            {
                yield return Uncounted(command, $"{command.RequestedBy} has approved version {command.Version} already, and counts once.");
            }
            else
            {
                var (given, needed) = (approved[command.Version].Count, waiting.Needed);
                var tally = needed == 0 ? "none is needed" : FormattableString.Invariant($"{given} of {needed}");
                yield return new PeopleAnswer(
                    waiting.UpdateId, DecisionActions.Approve, $"{command.RequestedBy} approves version {command.Version} ({tally}): {command.Reason.TrimEnd('.')}.", command.RequestedBy,
                    [new ApprovalGiven(command.UpdateId, command.Version, command.RequestedBy, command.Reason)])
                { Version = command.Version, Missing = Math.Max(0, needed - given) };
            }
        }

        foreach (var lapsed in state.People.Waiting.Where(waiting => evidence.Row >= waiting.LapsesAtRow && !refused.Contains(waiting.Version)))
        {
            yield return Rejected(
                lapsed, FormattableString.Invariant($"Version {lapsed.Version} was not released by row {lapsed.LapsesAtRow}: {approved[lapsed.Version].Count} of {lapsed.Needed} people had approved it. It lapses."), null, null);
        }
    }

    private static PeopleAnswer Uncounted(JudgeVersion command, string why) =>
        new(command.UpdateId, DecisionActions.Watch, why, command.RequestedBy, [new CommandAnswered(command.UpdateId)]) { Version = command.Version };

    private static PeopleAnswer Rejected(WaitingVersion waiting, string why, string? by, JournalEvent? answered) =>
        new(waiting.UpdateId, DecisionActions.Reject, why, by, [new VersionRejected(waiting.Version, ReleaseDesk.Gate, $"{ReleaseDesk.Gate}: {why}"), .. answered is null ? (JournalEvent[])[] : [answered]])
        {
            Version = waiting.Version,
            Gate = ReleaseDesk.Gate,
        };
}
