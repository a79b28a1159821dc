namespace MonitoringDemo.Retraining.People;

/// <summary>What <c>GET /v1/approvals</c> answers.</summary>
/// <param name="Freeze">Null while releases go on.</param>
/// <param name="Waiting">Versions that passed every gate and wait, oldest first.</param>
public sealed record ApprovalsView(FreezeInForce? Freeze, IReadOnlyList<ApprovalsView.WaitingView> Waiting)
{
    internal static ApprovalsView Of(PeopleState people) => new(people.Freeze, [.. people.Waiting.Select(waiting => new WaitingView(
        waiting.Version, waiting.UpdateId, waiting.Needed, people.Missing(waiting), waiting.Why, waiting.AskedBy, waiting.LapsesAtRow, people.ApprovalsOf(waiting.Version)))]);

    /// <summary>A version that waits.</summary>
    /// <param name="Version">The version.</param>
    /// <param name="UpdateId">Its incident.</param>
    /// <param name="Needed">How many people have to approve; 0 for one that waits for the end of a freeze alone.</param>
    /// <param name="Missing">How many still have to.</param>
    /// <param name="Why">Why so many.</param>
    /// <param name="AskedBy">Who asked for the training, and so does not count; null where nobody did.</param>
    /// <param name="LapsesAtRow">The row at which it is given up.</param>
    /// <param name="Approvals">Who has approved.</param>
    public sealed record WaitingView(int Version, string UpdateId, int Needed, int Missing, string Why, string? AskedBy, long LapsesAtRow, IReadOnlyList<Approval> Approvals);
}
