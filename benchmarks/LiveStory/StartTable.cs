using System.Globalization;
using MonitoringDemo.LiveStory.Measuring;

namespace MonitoringDemo.LiveStory;

/// <summary>One line a start, and the worst of each column.</summary>
internal static class StartTable
{
    public const string Head =
        """
        | seed | pressed at song (year, in shadow) | lowest below twin: last 100 / 1,000 shown | longest known over 5 below | above again after | found after | decision shown | model since the flip after | alert raised / back at / resolved | resolved before recovery |
        |---|---|---|---|---|---|---|---|---|---|
        """;

    public static string Line(PlayedStart start)
    {
        var story = start.Story;
        var shadow = start.Shadow is { } version ? $", v{version}" : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"| {start.Seed} | {story.Press:N0} ({start.Year:0}{shadow}) | {story.Gap.LowestPoints:0.0} / {story.Gap.LowestShownPoints:0.0} | {story.Gap.LongestSongs:N0} | {story.Gap.AboveAfter:N0} | {After(story, story.Found?.Row)} | {Decision(story)} | {Remedy(story)} | {After(story, story.Alert.RaisedAt)} / {After(story, story.Recovery.BackAt)} / {After(story, story.Alert.ResolvedAt)} | {Early(story)} |");
    }

    public static string Worst(IReadOnlyList<PlayedStart> starts)
    {
        var stories = starts.Select(start => start.Story).ToList();
        return string.Create(CultureInfo.InvariantCulture,
            $"| worst | | {stories.Max(s => s.Gap.LowestPoints):0.0} / {stories.Max(s => s.Gap.LowestShownPoints):0.0} | {stories.Max(s => s.Gap.LongestSongs):N0} | {stories.Max(s => s.Gap.AboveAfter):N0} | {Latest(stories, s => s.Found?.Row)} | {stories.Count(s => s.Decision is not null)} of {stories.Count} | {Latest(stories, s => s.Remedy?.Row)} | {Latest(stories, s => s.Alert.RaisedAt)} / {Latest(stories, s => s.Recovery.BackAt)} / {Latest(stories, s => s.Alert.ResolvedAt)} | {stories.Count(s => s.Alert.ResolvedBeforeRecovery.Count > 0)} of {stories.Count} |");
    }

    private static string Decision(PressStory story) =>
        story.Decision is { } made ? string.Create(CultureInfo.InvariantCulture, $"{made.Action} {After(story, made.Row)}") : "none";

    private static string Remedy(PressStory story) =>
        story.Remedy is { } change ? string.Create(CultureInfo.InvariantCulture, $"{After(story, change.Row)} (v{change.ChampionVersion})") : "none";

    private static string Early(PressStory story) =>
        story.Alert.ResolvedBeforeRecovery.Count == 0 ? "no" : string.Join(", ", story.Alert.ResolvedBeforeRecovery.Select(row => After(story, row)));

    private static string After(PressStory story, long? row) =>
        row is { } there ? string.Create(CultureInfo.InvariantCulture, $"{there - story.Press:N0}") : "never";

    private static string Latest(List<PressStory> stories, Func<PressStory, long?> row) =>
        stories.All(story => row(story) is not null) ? string.Create(CultureInfo.InvariantCulture, $"{stories.Max(story => row(story)!.Value - story.Press):N0}") : "never";
}
