namespace MonitoringDemo.LiveStory.Measuring;

/// <summary>Whether the fleet's accuracy is back after a press: the mean of the last 300 songs within 5 points of that of the 2,000 before it.</summary>
/// <param name="Before">The accuracy on the 2,000 songs before the press.</param>
/// <param name="Lowest">The lowest mean of 300 songs since.</param>
/// <param name="BackAt">The first song after the lowest at which it was back; the press when it never left; null when it did not come back.</param>
/// <param name="Down">The stretches of songs [from, to) at which it was not within 5 points.</param>
internal sealed record AccuracyRecovery(double Before, double Lowest, long? BackAt, IReadOnlyList<(long From, long To)> Down)
{
    private const int SongsBefore = 2_000;
    private const int Window = 300;
    private const double Tolerance = 0.05;

    public bool IsDownAt(long row) => Down.Any(stretch => row >= stretch.From && row < stretch.To);

    public static AccuracyRecovery Measure(SongLedger songs, long press, long end)
    {
        var before = songs.FleetAccuracy(press - SongsBefore, press);
        var rolling = new RollingMean(Window);
        var down = new List<(long From, long To)>();
        var (lowest, back, downSince) = (double.PositiveInfinity, (long?)press, -1L);
        foreach (var answer in songs.Answers.TakeWhile(answer => answer.Row < end))
        {
            var mean = rolling.Add(answer.FleetRight ? 1 : 0);
            if (answer.Row < press)
                continue;

            var isDown = mean < before - Tolerance;
            if (!isDown && downSince >= 0)
                down.Add((downSince, answer.Row));
            if (mean < lowest)
                (lowest, back) = (mean, isDown ? null : back);
            else if (!isDown)
                back ??= answer.Row;
            downSince = isDown ? downSince < 0 ? answer.Row : downSince : -1;
        }

        if (downSince >= 0)
            down.Add((downSince, end));
        return new AccuracyRecovery(before, lowest, back, down);
    }
}
