using System.Globalization;
using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Messages.Traffic;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>What each message says in the feed.</summary>
internal static class FeedWords
{
    public static FeedEntry Of(Finding finding, string updateId)
    {
        var kind = finding.Kind switch
        {
            FindingKinds.DataQuality => "Broken data",
            FindingKinds.DataDrift => "Inputs moved",
            FindingKinds.EstimatedPerformance => "Performance at risk",
            FindingKinds.RealisedPerformance => "Performance fell",
            FindingKinds.LabelFlow => "Outcomes look wrong",
            FindingKinds.Staleness => "Model is old",
            _ => finding.Kind,
        };
        var tone = finding.Kind is FindingKinds.DataQuality or FindingKinds.RealisedPerformance ? "critical" : "warning";
        return new FeedEntry(finding.Id, finding.Row, FeedKinds.Finding, finding.Feature is null ? kind : $"{kind}: {finding.Feature}",
            finding.Summary, updateId, tone, finding.Detector);
    }

    public static FeedEntry Of(DecisionMade decision)
    {
        var (title, tone) = decision.Action switch
        {
            DecisionActions.Watch => ("Watch", "info"),
            DecisionActions.Retrain => ("Retrain", "good"),
            DecisionActions.Restore => ("Restore an archived model", "good"),
            DecisionActions.Quarantine => ("Quarantine", "warning"),
            DecisionActions.Accept => ("Accept as normal", "good"),
            DecisionActions.Hold => ("Hold promotions", "warning"),
            DecisionActions.Reject => ("Reject the candidate", "warning"),
            DecisionActions.RollBack => ("Roll back", "critical"),
            _ => (decision.Action, "info"),
        };
        if (decision is { Action: DecisionActions.Reject or DecisionActions.RollBack, Version: { } version })
            title = string.Create(CultureInfo.InvariantCulture, $"{(decision.Action == DecisionActions.Reject ? "Reject" : "Roll back")} model {version}");

        var id = string.Create(CultureInfo.InvariantCulture, $"decision/{decision.UpdateId}/{decision.Row}/{decision.Action}/{decision.Version}");
        return new FeedEntry(id, decision.Row, FeedKinds.Decision, title, decision.Reason, decision.UpdateId, tone,
            decision.Gate is null ? null : $"gate: {decision.Gate}");
    }

    public static FeedEntry Of(ReleaseChanged release)
    {
        var did = release.Stage switch
        {
            ReleaseStages.Restored => "serves again",
            ReleaseStages.RolledBack => "serves again after a roll-back",
            _ => release.Sequence == 1 ? "serves" : "promoted",
        };
        return new FeedEntry(
            string.Create(CultureInfo.InvariantCulture, $"release-{release.Sequence}"), release.Row, FeedKinds.Release,
            string.Create(CultureInfo.InvariantCulture, $"Model {release.Champion.Version} {did}"), release.Reason, release.UpdateId,
            release.Stage == ReleaseStages.RolledBack ? "warning" : "good");
    }

    public static FeedEntry Of(AlertRaised alert) => new(
        AlertId(alert.AlertId), alert.Row, FeedKinds.Alert, alert.Name, alert.Summary, alert.UpdateId, alert.Severity, $"for {alert.Owner}");

    public static FeedEntry Of(ScenarioStarted scenario) => new(
        string.Create(CultureInfo.InvariantCulture, $"scenario/{scenario.ScenarioId}/{scenario.OnsetRow}"), scenario.OnsetRow, FeedKinds.Scenario,
        $"Scenario: {scenario.Title}",
        scenario.Replaced is null ? scenario.WhatToLookFor : $"Replaces {scenario.Replaced}. {scenario.WhatToLookFor}", null, "info");

    public static FeedEntry Of(ScenarioEnded ended, string title) => new(
        string.Create(CultureInfo.InvariantCulture, $"scenario-end/{ended.ScenarioId}/{ended.Row}"), ended.Row, FeedKinds.Scenario,
        $"Scenario over: {title}", $"It was {ended.Why}; steady traffic goes on from the world as it is.", null, "info");

    /// <summary>Alerts and findings share the feed, not their ids.</summary>
    public static string AlertId(string alertId) => $"alert/{alertId}";
}
