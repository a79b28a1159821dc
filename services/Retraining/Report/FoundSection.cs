using MonitoringDemo.ServiceDefaults.Pages;

namespace MonitoringDemo.Retraining.Report;

/// <summary>What was found and when, with its evidence.</summary>
internal static class FoundSection
{
    private static readonly string[] _heads = ["found at", "what", "by", ">measured", ">had to reach", "began near", "over at"];

    public static Html Of(IncidentStory story) => story.Found.Count == 0
        ? new Html("<h2>What was found?</h2><p>Nothing: a person asked for it, or training anew proved better.</p>\n")
        : Html.Of($"<h2>What was found?</h2>\n{Html.Table(_heads, story.Found.Select(found => Row(found, story.HasRealTimes)))}");

    private static IReadOnlyList<Html> Row(FoundEntry found, bool hasTimes)
    {
        var finding = found.Finding;
        var range = finding is { OnsetFrom: { } from, OnsetTo: { } to } && from < to ? Html.Of($" ({from:N0} to {to:N0})") : Html.None;
        return
        [
            Html.Of($"{Words.When(finding.Row, found.Time, hasTimes)}"),
            Html.Of($"<strong>{Words.Kind(finding.Kind)}{(finding.Feature is { } feature ? $": {feature}" : "")}</strong><br>{finding.Summary}"),
            Html.Of($"{finding.Detector}"),
            Html.Of($"{finding.Statistic:0.###}"),
            Html.Of($"{finding.Threshold:0.###}"),
            Html.Of($"row {finding.Onset:N0}{range}"),
            found.EndedAtRow is { } row ? Html.Of($"row {row:N0}") : new Html("<span class=\"bad\">holds</span>"),
        ];
    }
}
