using System.Globalization;
using MonitoringDemo.Demo.Mystery.Case;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Classroom.Wall;

/// <summary>The newest mystery of a team, for the instructor: the truth stands in it.</summary>
/// <param name="Id">Its id; the debrief is at <c>/v1/wall/mysteries/ID</c>.</param>
/// <param name="Text">One sentence.</param>
/// <param name="HasBegun">Whether there is something to debrief.</param>
internal sealed record WallMystery(string Id, string Text, bool HasBegun)
{
    public static WallMystery? Of(MysteryCase? one)
    {
        if (one is null or { IsVoid: true }) return null;
        var title = ScenarioCatalog.TryGet(one.ScenarioId)?.Manifest.Title ?? one.ScenarioId;
        var answered = one.Answers.Count == 0 ? "no answer" : string.Create(CultureInfo.InvariantCulture, $"answered at {one.Answers[^1].Row:N0}");
        return new WallMystery(one.Id, one switch
        {
            { OnsetRow: null } => string.Create(CultureInfo.InvariantCulture, $"Mystery “{title}” begins at song {one.ArmedAtRow + one.OnsetAfter:N0}, {answered}"),
            { IsOpen: true } => string.Create(CultureInfo.InvariantCulture, $"Mystery “{title}” since song {one.OnsetRow:N0}, {answered}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"Mystery “{title}” revealed: {MysteryResult.Of(one)?.Score.Total ?? 0:0.0} points"),
        }, one.OnsetRow is not null);
    }
}
