using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Traffic.Live;

/// <summary>What the truth says of a finding: the running scenario knows what has to be found, and what must not be.</summary>
internal static class FindingTruth
{
    /// <summary>The scenario has to bring it about.</summary>
    public const string Expected = "expected";

    /// <summary>Nothing in the world is behind it: a false alarm.</summary>
    public const string False = "false";

    /// <summary>No scenario runs or a secret one, the change began before it, or its manifest says nothing of such findings.</summary>
    public const string Untold = "untold";

    /// <summary>Every answer.</summary>
    public static IReadOnlyList<string> All { get; } = [Expected, False, Untold];

    public static string Of(Finding finding, TrafficCourse course)
    {
        // Rows of the log run ahead of the songs once somebody else asks for predictions too.
        var ahead = course.State.Acknowledged is [.., var last] ? last.Id - last.Row : 0;
        // An onset is an estimate: the scenario is behind it if most rows since then are the scenario's.
        var middle = finding.Onset + ((finding.Row - finding.Onset) / 2) - ahead;
        if (course.Running is not { IsSecret: false } running || middle < running.FromRow || ScenarioCatalog.TryGet(running.ScenarioId) is not { Manifest: var manifest })
            return Untold;

        return manifest.RequiredFindings.Any(Fits) ? Expected : manifest.ForbiddenFindings.Any(Fits) ? False : Untold;

        bool Fits(FindingPattern pattern) => pattern.Matches(finding.Kind, finding.Feature, finding.Detector);
    }
}
