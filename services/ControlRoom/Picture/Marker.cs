using System.Globalization;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Messages.Traffic;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>A moment on the row axis.</summary>
/// <param name="Id">The key of the marker.</param>
/// <param name="Row">Where it stands.</param>
/// <param name="Kind"><c>promotion</c>, <c>restored</c>, <c>rolled-back</c> or <c>scenario</c>.</param>
/// <param name="Label">For instance <c>v3</c>, or a scenario's title.</param>
internal sealed record Marker(string Id, long Row, string Kind, string Label)
{
    /// <summary>The marker of a release.</summary>
    public static string OfRelease(long sequence) => string.Create(CultureInfo.InvariantCulture, $"release-{sequence}");

    /// <summary>Null for a release after which the same model answers, or most requests are answered by the same.</summary>
    public static Marker? Of(ReleaseChanged release) => release.Stage is ReleaseStages.Shadow or ReleaseStages.Canary or ReleaseStages.Withdrawn ? null : new Marker(
        OfRelease(release.Sequence), release.Row, release.Stage is ReleaseStages.Promoted ? "promotion" : release.Stage,
        string.Create(CultureInfo.InvariantCulture, $"v{release.Champion.Version}"));

    public static Marker Of(ScenarioStarted scenario) =>
        new(string.Create(CultureInfo.InvariantCulture, $"scenario-{scenario.OnsetRow}"), scenario.OnsetRow, "scenario", scenario.Title);
}
