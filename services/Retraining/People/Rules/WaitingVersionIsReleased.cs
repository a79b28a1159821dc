using MonitoringDemo.Retraining.Decide;

namespace MonitoringDemo.Retraining.People.Rules;

/// <summary>Nobody is missing any more: the newest such version goes on where the gates had let it.</summary>
internal sealed class WaitingVersionIsReleased : IRule
{
    public string Evidence => "a version that waited is approved, or releases go on";

    public IReadOnlyList<string> Actions => [];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        if (state.IsTrying || !Restraint.Trusted(state)) yield break;
        if (state.People.Waiting.FindLast(waiting => state.People.Missing(waiting) == 0 && evidence.Row < waiting.LapsesAtRow) is not { } next) yield break;

        var approved = state.People.ApprovalsOf(next.Version);
        yield return new ReleaseWaiting(next, approved.IsEmpty
            ? $"Releases go on: version {next.Version} had passed every gate."
            : $"Approved by {string.Join(" and ", approved.Select(approval => approval.By))}: version {next.Version} had passed every gate.");
    }
}
