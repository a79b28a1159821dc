using System.Globalization;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Report;

/// <summary>How things are called on the page.</summary>
internal static class Words
{
    public static string Kind(string kind) => kind switch
    {
        FindingKinds.DataQuality => "broken data",
        FindingKinds.DataDrift => "inputs moved",
        FindingKinds.RealisedPerformance => "accuracy fell",
        FindingKinds.LabelFlow => "outcomes stopped",
        FindingKinds.Staleness => "the model is old",
        _ => kind,
    };

    public static string Stage(string stage) => stage switch
    {
        ReleaseStages.Promoted => "serves",
        ReleaseStages.Restored => "serves again",
        ReleaseStages.RolledBack => "serves again after a roll-back",
        ReleaseStages.Shadow => "runs in shadow",
        _ => stage,
    };

    public static string Share(double? share) => share is { } value ? value.ToString("0.000", CultureInfo.InvariantCulture) : "–";

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.##} %");

    public static string Rows(long rows) => string.Create(CultureInfo.InvariantCulture, $"{rows:N0} {(rows == 1 ? "row" : "rows")}");

    /// <summary>The row, and the time where there is one.</summary>
    public static string When(long row, DateTimeOffset time, bool hasTime) => hasTime
        ? string.Create(CultureInfo.InvariantCulture, $"row {row:N0}, {time:yyyy-MM-dd HH:mm:ss}")
        : string.Create(CultureInfo.InvariantCulture, $"row {row:N0}");
}
