using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.Alerting.Raise;

/// <summary>What happened when the last finding behind an alert ended, in one sentence.</summary>
internal static class ResolutionWords
{
    public static string Of(ClearedFinding cleared) => cleared.Kind switch
    {
        FindingKinds.DataQuality => $"{cleared.Feature ?? "The data"} {(cleared.Feature is null ? "are" : "is")} well again.",
        FindingKinds.DataDrift => "The inputs are again like those that the serving model knows.",
        FindingKinds.RealisedPerformance => "Accuracy is back.",
        FindingKinds.LabelFlow => "Outcomes flow again.",
        FindingKinds.Staleness => "The model is no longer old.",
        _ => "What was found no longer holds.",
    };
}
