using MonitoringDemo.LiveStory.Measuring;
using MonitoringDemo.LiveStory.Playing;

namespace MonitoringDemo.LiveStory;

/// <summary>README's first five minutes, played as a person does: start, let the years pass, press <i>Taste flip</i>, watch.</summary>
internal static class ReadmePath
{
    /// <summary>Songs watched after the press: a minute at the pace of the page.</summary>
    public const int SongsWatched = 6_000;

    private const int FirstPress = 7_000;
    private const int BetweenPresses = 2_200;

    /// <summary>When a start presses: from early in the sixty years (songs 5,000 to 13,000) to long after them.</summary>
    public static long PressAt(int start, int starts) => FirstPress + (long)start * 10 * BetweenPresses / Math.Max(starts, 1);

    public static async Task<PlayedStart> PlayAsync(LiveFleetSettings settings, long pressAt, CancellationToken cancellation)
    {
        await using var fleet = await LiveFleet.StartAsync(settings, cancellation);
        await fleet.Page.UntilRowAsync(pressAt, cancellation);
        var (world, shadow) = (await fleet.WorldAsync(cancellation), fleet.Page.Shadow);
        var press = await fleet.PressAsync("taste-flip", cancellation);
        await fleet.Page.UntilRowAsync(press + SongsWatched, cancellation);
        var record = await fleet.EndAsync(cancellation);
        return new PlayedStart(settings.Seed, world.Year, shadow?.Version, record, PressStory.Measure(record, press, press + SongsWatched));
    }
}
