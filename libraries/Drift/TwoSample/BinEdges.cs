namespace MonitoringDemo.Drift.TwoSample;

/// <summary>Where bins end: between the values of a sample and never on one, so that a value that is rounded elsewhere stays in its bin.</summary>
internal static class BinEdges
{
    // A level with fewer values may have rarer neighbours beyond it that the sample happens not to hold.
    private const int LeastOfOuterLevel = 5;
    // More than the rounding to a 32-bit number, far less than anybody would call another value.
    private const double RelativeRounding = 1e-6;
    private const double Rounding = 1e-9;

    /// <summary>Half way from a value of the sample to the next larger one.</summary>
    /// <param name="sorted">Ascending, without NaN.</param>
    /// <param name="at">The value's place; a larger one follows somewhere.</param>
    public static double After(ReadOnlySpan<double> sorted, int at)
    {
        var value = sorted[at];
        while (sorted[at] <= value) at++;
        return Between(value, sorted[at]);
    }

    /// <summary>
    /// Closes the outer bins of a sample of few levels, each of which comes back: what lies beyond them is none of them. Elsewhere the next
    /// value may always be the largest so far, and the outer bins stay open.
    /// </summary>
    /// <param name="edges">Ascending.</param>
    /// <param name="sorted">Ascending, without NaN.</param>
    public static void Close(List<double> edges, ReadOnlySpan<double> sorted)
    {
        if (sorted.Length < LeastOfOuterLevel || HasSingles(sorted)) return;

        var (lowest, highest) = (sorted[0], sorted[^1]);
        var (ofLowest, ofHighest) = (1, 1);
        while (ofLowest < sorted.Length && sorted[ofLowest] == lowest) ofLowest++;
        while (ofHighest < sorted.Length && sorted[^(ofHighest + 1)] == highest) ofHighest++;
        var room = lowest == highest ? Math.Max(Rounding, Math.Abs(lowest) * RelativeRounding) : double.NaN;
        if (ofLowest >= LeastOfOuterLevel) edges.Insert(0, lowest - (double.IsNaN(room) ? (sorted[ofLowest] - lowest) / 2 : room));
        if (ofHighest >= LeastOfOuterLevel) edges.Add(highest + (double.IsNaN(room) ? (highest - sorted[^(ofHighest + 1)]) / 2 : room));
    }

    private static bool HasSingles(ReadOnlySpan<double> sorted)
    {
        for (var i = 0; i < sorted.Length; i++)
        {
            if ((i == 0 || sorted[i - 1] < sorted[i]) && (i + 1 == sorted.Length || sorted[i + 1] > sorted[i])) return true;
        }

        return false;
    }

    private static double Between(double low, double high)
    {
        var middle = low + (high - low) / 2;
        return middle < high && double.IsFinite(middle) ? middle : low;
    }
}
