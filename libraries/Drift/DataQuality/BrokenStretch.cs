namespace MonitoringDemo.Drift.DataQuality;

/// <summary>Where, in the newest rows, the weights of a check add up to a break, and where they say that it is over.</summary>
internal static class BrokenStretch
{
    // The borders are moved out to where rows beyond them speak for being well by this much (nats): a broken row that
    // happens to look well must not slip out, so an onset may be early and an end late, never the reverse.
    private const double Certainty = 3;
    private const double Mended = 15;
    private const int LeastMended = 10;
    private const int RowsBefore = 50;

    /// <summary>The most broken suffix of the rows.</summary>
    /// <param name="weights">One per row, the newest last.</param>
    /// <param name="furthest">By how many rows the onset may be moved ahead of the best estimate.</param>
    /// <returns>Its first row to be safe, its likeliest first row, the latest one that is not much less likely, and its sum; the length of the rows and 0 when nothing speaks for a break.</returns>
    public static (int From, int Likeliest, int Latest, double Sum) Find(ReadOnlySpan<double> weights, int furthest)
    {
        var (from, best, sum) = (weights.Length, 0.0, 0.0);
        for (var i = weights.Length - 1; i >= 0; i--)
        {
            sum += weights[i];
            // Ties go to the earlier row.
            if (sum < best || sum <= 0) continue;
            (from, best) = (i, sum);
        }

        if (best <= 0) return (from, from, from, 0);

        var (likeliest, latest, left) = (from, from, best);
        while (latest < weights.Length - 1 && left - weights[latest] >= best - Certainty) left -= weights[latest++];
        var earliest = Math.Max(0, from - furthest);
        sum = 0;
        while (from > earliest && sum + weights[from - 1] > -Certainty) sum += weights[--from];
        return (from, likeliest, latest, best);
    }

    /// <summary>Whether the rows just before a break were well: a break is sudden, what comes slowly is drift.</summary>
    /// <param name="weights">One per row, the newest last.</param>
    /// <param name="from">The first broken row.</param>
    /// <param name="nothingBefore">Whether no row before the first of these can be asked; then a break right there is believed.</param>
    public static bool IsSudden(ReadOnlySpan<double> weights, int from, bool nothingBefore)
    {
        if (from < LeastMended) return nothingBefore;

        var sum = 0.0;
        for (var i = Math.Max(0, from - RowsBefore); i < from; i++) sum += weights[i];
        return sum < 0;
    }

    /// <summary>The first row that is well again, or -1 while the newest rows do not prove it.</summary>
    public static int FindEnd(ReadOnlySpan<double> weights)
    {
        var (well, best, sum) = (-1, 0.0, 0.0);
        for (var i = weights.Length - 1; i >= 0; i--)
        {
            sum += weights[i];
            if (sum < best) (well, best) = (i, sum);
        }

        if (best > -Mended || weights.Length - well < LeastMended) return -1;

        sum = 0;
        while (well < weights.Length - 1 && sum + weights[well] > -Certainty) sum += weights[well++];
        return well;
    }
}
