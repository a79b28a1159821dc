namespace MonitoringDemo.Messages.Retraining;

/// <summary>The policy decided, and says why.</summary>
/// <param name="Model">The model concerned.</param>
/// <param name="UpdateId">The incident.</param>
/// <param name="Row">The row that completed the evidence.</param>
/// <param name="Action">One of <see cref="DecisionActions"/>.</param>
/// <param name="Reason">The reason in one sentence, for a person.</param>
/// <param name="FindingIds">The findings it rests on; empty when it rests on a gate or a command.</param>
/// <param name="Gate">The gate that failed, for <c>reject</c> and <c>roll-back</c>; otherwise null.</param>
/// <param name="Version">The model version concerned, where there is one.</param>
/// <param name="By">The person who wanted it, where one did; otherwise null.</param>
/// <param name="Missing">For <c>await-approval</c> and <c>approve</c>: how many people still have to approve; otherwise null.</param>
public sealed record DecisionMade(
    string Model,
    string UpdateId,
    long Row,
    string Action,
    string Reason,
    IReadOnlyList<string> FindingIds,
    string? Gate = null,
    int? Version = null,
    string? By = null,
    int? Missing = null);
