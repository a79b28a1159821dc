using System.Globalization;
using MonitoringDemo.ServiceDefaults.Pages;

namespace MonitoringDemo.Retraining.Report;

/// <summary>The moments of an incident on a chart over rows.</summary>
internal static class IncidentMarks
{
    public static IReadOnlyList<ChartMark> Of(IncidentStory story)
    {
        var marks = new List<ChartMark>();
        if (story.Onset is { } onset) marks.Add(new ChartMark(onset, "began", "purple"));
        if (story.FoundAt is { } found) marks.Add(new ChartMark(found, "found", "red"));
        marks.AddRange(story.Served.Select(served => new ChartMark(served.FromRow, string.Create(CultureInfo.InvariantCulture, $"model {served.Version}"), "green")));
        if (story.EndedAt is { } ended) marks.Add(new ChartMark(ended, "over", "soft"));
        return marks;
    }
}
