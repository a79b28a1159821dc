using System.Globalization;

namespace MonitoringDemo.LiveStory.Measuring;

/// <summary>What a story of a change for the worse must be, live as in lockstep: found, decided, told until it is over, and never long below the static twin.</summary>
internal static class StoryTruth
{
    // As the manifest of taste-flip has it.
    private const long FoundWithin = 1_000;
    private const double MostShownPointsBelow = 5.0;
    private const long MostSongsBelow = 300;
    private const long MostSongsUntilAbove = 600;
    private const long ResolvedWithinOfRecovery = 1_000;

    /// <summary>What README's path must be besides. Not every story: in a world that drifts on, accuracy comes near what it was for a moment and goes again; and where the change itself lifts the twin far above the fleet, as a second flip does, the songs before the first outcome alone cost more.</summary>
    public static IReadOnlyList<string> FaultsOfReadmePath(PressStory story) =>
    [
        .. Faults(story),
        .. When(IsLate(story), $"The alert was not resolved by {ResolvedWithinOfRecovery:N0} songs after accuracy was back, {story.Recovery.BackAt - story.Press:N0} songs after the press."),
        .. When(story.Gap.LowestShownPoints > MostShownPointsBelow, $"The large figures had the fleet {story.Gap.LowestShownPoints:0.0} points below its twin; {MostShownPointsBelow:0} are allowed."),
    ];

    /// <returns>What is wrong with it, a sentence each; empty when all is right.</returns>
    public static IReadOnlyList<string> Faults(PressStory story) =>
    [
        .. When(story.Found is null, $"No finding said that performance fell."),
        .. When(story.Found?.Row > story.Press + FoundWithin, $"It was found after {story.Found?.Row - story.Press:N0} songs; {FoundWithin:N0} are allowed."),
        .. When(story.Decision is null, $"No decision to retrain, restore or replace was shown."),
        .. When(story.Gap.LongestSongs > MostSongsBelow, $"The fleet was more than 5 points below its twin for {story.Gap.LongestSongs:N0} songs that could be known of; {MostSongsBelow} are allowed."),
        .. When(story.Gap.AboveAfter > MostSongsUntilAbove, $"The fleet was above its twin for good after {story.Gap.AboveAfter:N0} songs; {MostSongsUntilAbove} are allowed."),
        .. When(story.Recovery.BackAt is null, $"Accuracy did not come back: it was {story.Recovery.Before:0.000} before, and fell to {story.Recovery.Lowest:0.000}."),
        .. Alert(story),
    ];

    private static IEnumerable<string> Alert(PressStory story)
    {
        var (alert, recovery) = (story.Alert, story.Recovery);
        return
        [
            .. When(alert.RaisedAt is null, $"No alert said that performance dropped."),
            .. alert.ResolvedBeforeRecovery.SelectMany(row => When(true, $"The alert was resolved {row - story.Press:N0} songs after the press, while accuracy was down.")),
        ];
    }

    private static bool IsLate(PressStory story) =>
        story.Alert.RaisedAt is not null && story.Recovery.BackAt + ResolvedWithinOfRecovery is { } late && late < story.End && (story.Alert.ResolvedAt is null || story.Alert.ResolvedAt > late);

    private static IEnumerable<string> When(bool isSo, FormattableString sentence) => isSo ? [sentence.ToString(CultureInfo.InvariantCulture)] : [];
}
