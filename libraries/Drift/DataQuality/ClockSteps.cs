namespace MonitoringDemo.Drift.DataQuality;

/// <summary>Which rows of a window tell a time that their neighbours contradict.</summary>
internal static class ClockSteps
{
    // A clock that fell back is taken to go on at no less than this share of its usual pace.
    private const double Pace = 0.25;

    /// <summary>Whether the newest times step back too far, among themselves or behind earlier ones, or lie beyond any pause.</summary>
    public static bool IsOdd(ClockProfile well, in RowBlock newest)
    {
        var (limit, highest) = (well.LateLimit, newest.EarlierHigh);
        var lowest = newest.EarlierLow == ClockProfile.Unknown ? double.NaN : newest.EarlierLow;
        foreach (var time in newest.Times)
        {
            if (time == ClockProfile.Unknown) continue;
            if (highest != ClockProfile.Unknown && (double)highest - time > limit) return true;
            if (time - lowest > well.JumpLimit) return true;
            highest = Math.Max(highest, time);
        }

        return false;
    }

    /// <summary>The direction of the first step that is no usual one: -1 back, 1 ahead, 0 none.</summary>
    public static int First(ClockProfile well, ReadOnlySpan<long> times)
    {
        var front = new ClockFront();
        foreach (var time in times)
        {
            if (time == ClockProfile.Unknown) continue;
            var before = front.At;
            if (before - time > well.LateLimit) return -1;
            front.Pass(time);
            if (front.At - before > Math.Max(3 * well.LongestPause, well.LateLimit)) return 1;
        }

        return 0;
    }

    /// <summary>Rows that lie behind those before them.</summary>
    public static void MarkLate(ClockProfile well, in RowWindow rows, Span<double> weights, double ifLate, double ifNot)
    {
        var front = new ClockFront();
        for (var i = 0; i < weights.Length; i++)
        {
            var time = rows.Times[i];
            weights[i] = ifNot;
            if (time == ClockProfile.Unknown) continue;
            var due = double.IsNaN(rows.ClockBefore) ? front.At : rows.ClockBefore + Pace * well.MeanStep * (rows.RowsSince + i);
            if (due - time > well.LateLimit) weights[i] = ifLate;
            front.Pass(time);
        }
    }

    /// <summary>Rows that lie ahead of those after them, or beyond any pause.</summary>
    public static void MarkEarly(ClockProfile well, in RowWindow rows, Span<double> weights, double ifEarly, double ifNot)
    {
        var later = new ClockFront();
        for (var i = weights.Length - 1; i >= 0; i--)
        {
            var time = rows.Times[i];
            weights[i] = ifNot;
            if (time == ClockProfile.Unknown) continue;
            // Time turned round: the lowest that three later rows agree on.
            if (time + later.At > well.LateLimit) weights[i] = ifEarly;
            later.Pass(-time);
        }

        MarkBeyond(well, rows, weights, ifEarly);
    }

    private static void MarkBeyond(ClockProfile well, in RowWindow rows, Span<double> weights, double ifBeyond)
    {
        var (now, front) = (rows.ClockBefore, new ClockFront());
        for (var i = 0; i < weights.Length; i++)
        {
            var time = rows.Times[i];
            if (time == ClockProfile.Unknown) continue;
            if (time - now > well.JumpLimit)
            {
                weights[i] = ifBeyond;
                continue;
            }

            front.Pass(time);
            if (!(front.At <= now)) now = front.At;
        }
    }
}
