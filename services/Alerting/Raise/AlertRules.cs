using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Alerting.Raise;

/// <summary>The whole table: which event raises which alert. What is missing here stays quiet on purpose
/// (watching, retraining and a promotion are the fleet at work, and nobody has to act).</summary>
internal static class AlertRules
{
    private const string DataOwner = "data-owner";
    private const string ModelOwner = "model-owner";
    private const string Platform = "platform";

    public static AlertRule LoadFailed { get; } = new("ModelLoadFailed", Severities.Critical, Platform);

    public static AlertRule RolledBack { get; } = new("ModelRolledBack", Severities.Critical, ModelOwner);

    public static AlertRule Rejected { get; } = new("CandidateRejected", Severities.Warning, ModelOwner);

    public static AlertRule Held { get; } = new("PromotionsHeld", Severities.Warning, ModelOwner);

    /// <summary>Somebody has to look at a version that passed every gate.</summary>
    public static AlertRule ApprovalAwaited { get; } = new("ApprovalAwaited", Severities.Warning, ModelOwner);

    /// <summary>A person stopped releases; whoever reads it knows why nothing is released.</summary>
    public static AlertRule Frozen { get; } = new("ReleasesFrozen", Severities.Info, ModelOwner);

    private static readonly Dictionary<string, AlertRule> s_byKind = new(StringComparer.Ordinal)
    {
        [FindingKinds.DataQuality] = new("DataQualityBroken", Severities.Critical, DataOwner),
        [FindingKinds.DataDrift] = new("InputsDrifted", Severities.Info, ModelOwner),
        [FindingKinds.RealisedPerformance] = new("PerformanceDropped", Severities.Critical, ModelOwner),
        [FindingKinds.LabelFlow] = new("LabelFlowBroken", Severities.Warning, Platform),
        [FindingKinds.Staleness] = new("ModelStale", Severities.Info, ModelOwner),
    };

    private static readonly Dictionary<string, AlertRule> s_byAction = new(StringComparer.Ordinal)
    {
        [DecisionActions.Reject] = Rejected,
        [DecisionActions.RollBack] = RolledBack,
        [DecisionActions.Hold] = Held,
        [DecisionActions.AwaitApproval] = ApprovalAwaited,
        [DecisionActions.Freeze] = Frozen,
    };

    /// <summary>Every rule, so that a counter can start at 0 for each.</summary>
    public static IReadOnlyList<AlertRule> All { get; } = [.. s_byKind.Values, .. s_byAction.Values, LoadFailed];

    public static AlertRule? ForFinding(string kind) => s_byKind.GetValueOrDefault(kind);

    public static AlertRule? ForDecision(string action) => s_byAction.GetValueOrDefault(action);

    /// <summary>Whether a new champion answers this alert: it is about what the old one learned from.
    /// Never one about performance: that is answered by recovery, and another model may be worse.</summary>
    public static bool EndsWithPromotion(string name) =>
        name == ForFinding(FindingKinds.DataDrift)!.Name || name == ForFinding(FindingKinds.Staleness)!.Name;

    /// <summary>Whether any later release answers it, even one of another incident: it was about one attempt.</summary>
    public static bool IsAboutAnAttempt(string name) => IsPassingNews(name) || name == Held.Name;

    /// <summary>Whether it is over with the attempt, so that nothing can end it but other news and time.</summary>
    public static bool IsPassingNews(string name) => name == Rejected.Name || name == RolledBack.Name;
}
