namespace MonitoringDemo.LiveStory.Measuring;

/// <summary>How far the fleet stood below its static twin after a press, and for how long. Rolling means reach back before the press, as those of a viewer do.</summary>
/// <param name="LowestPoints">The deepest that the mean of the last 100 songs came below the twin's, in points; 0 when it never did.</param>
/// <param name="LowestShownPoints">The same for the last 1,000, which the page's large figures are made of.</param>
/// <param name="LongestSongs">The longest stretch of songs at which the mean of the last 100 was more than 5 points below, from the first outcome on that anybody could have known of.</param>
/// <param name="AboveAfter">Songs from the press until no stretch to come, begun there, has the fleet below its twin again.</param>
internal sealed record GapBelowTwin(double LowestPoints, double LowestShownPoints, long LongestSongs, long AboveAfter)
{
    private const int Window = 100;
    private const int ShownWindow = 1_000;
    private const double TolerablePoints = 5.0;

    public static GapBelowTwin Measure(SongLedger songs, long press, long firstOutcome, long end)
    {
        var (near, shown) = (new RollingMean(Window), new RollingMean(ShownWindow));
        var (lowest, lowestShown, longest, belowSince) = (0.0, 0.0, 0L, -1L);
        foreach (var answer in songs.Answers.TakeWhile(answer => answer.Row < end))
        {
            var difference = (answer.FleetRight ? 1 : 0) - (answer.TwinRight ? 1 : 0);
            var (points, shownPoints) = (100.0 * near.Add(difference), 100.0 * shown.Add(difference));
            if (answer.Row < press)
                continue;

            lowest = Math.Max(lowest, -points);
            lowestShown = Math.Max(lowestShown, double.IsNaN(shownPoints) ? 0.0 : -shownPoints);
            belowSince = points >= -TolerablePoints || answer.Row < firstOutcome ? -1 : belowSince < 0 ? answer.Row : belowSince;
            longest = belowSince < 0 ? longest : Math.Max(longest, answer.Row - belowSince + 1);
        }

        return new GapBelowTwin(lowest, lowestShown, longest, AboveFrom(songs, press, end) - press);
    }

    // Where the running sum of (fleet - twin) is lowest: every stretch that begins there ends no lower.
    private static long AboveFrom(SongLedger songs, long press, long end)
    {
        var (sum, lowest, from) = (0, 0, press);
        foreach (var answer in songs.Answers.Where(answer => answer.Row >= press && answer.Row < end))
        {
            sum += (answer.FleetRight ? 1 : 0) - (answer.TwinRight ? 1 : 0);
            if (sum < lowest)
                (lowest, from) = (sum, answer.Row + 1);
        }

        return from;
    }
}
