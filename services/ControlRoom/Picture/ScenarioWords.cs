using System.Globalization;
using MonitoringDemo.Messages.Traffic;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>What the feed says of scenarios.</summary>
internal static class ScenarioWords
{
    /// <summary>What to look for stands beside the buttons, and is not said twice.</summary>
    /// <param name="scenario">The one that began.</param>
    /// <param name="replaced">The title of the one that it replaced, if any.</param>
    public static FeedEntry Of(ScenarioStarted scenario, string? replaced) => new(
        string.Create(CultureInfo.InvariantCulture, $"scenario/{scenario.ScenarioId}/{scenario.OnsetRow}"), scenario.OnsetRow, FeedKinds.Scenario,
        $"Scenario: {scenario.Title}",
        replaced is null ? "It begins with this song." : $"It begins with this song and replaces “{replaced}”.", null, "info");

    public static FeedEntry Of(ScenarioEnded ended, string title) => new(
        string.Create(CultureInfo.InvariantCulture, $"scenario-end/{ended.ScenarioId}/{ended.Row}"), ended.Row, FeedKinds.Scenario,
        $"Scenario over: {title}", $"It was {ended.Why}; steady traffic goes on from the world as it is.", null, "info");
}
