using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>What an alert says by itself, and what it is about: with that it is one entry.</summary>
internal static class AlertWords
{
    /// <summary>Alerts and findings share the feed, not their ids.</summary>
    public static string Key(string alertId) => $"alert/{alertId}";

    public static FeedEntry Of(AlertRaised message, AlertShown alert) => new(
        Key(message.AlertId), message.Row, FeedKinds.Alert, TitleOf(message.Name), message.Summary, message.UpdateId, message.Severity, null, alert.ResolvedAtRow)
    {
        Topic = TopicOf(message.Name),
        Alert = alert,
    };

    /// <summary>The kind of finding or the action behind an alert; its name where it is neither.</summary>
    public static string TopicOf(string name) => name switch
    {
        "DataQualityBroken" => FindingKinds.DataQuality,
        "InputsDrifted" => FindingKinds.DataDrift,
        "PerformanceDropped" => FindingKinds.RealisedPerformance,
        "LabelFlowBroken" => FindingKinds.LabelFlow,
        "ModelStale" => FindingKinds.Staleness,
        "CandidateRejected" => DecisionActions.Reject,
        "ModelRolledBack" => DecisionActions.RollBack,
        "PromotionsHeld" => DecisionActions.Hold,
        "ApprovalAwaited" => DecisionActions.AwaitApproval,
        "ReleasesFrozen" => DecisionActions.Freeze,
        _ => name,
    };

    private static string TitleOf(string name) =>
        string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
