namespace MonitoringDemo.Drift.DataQuality;

/// <summary>Whether two columns went on as each other from one row to the next, rather than as themselves: what tells a swap from weather.</summary>
/// <remarks>
/// Columns that are alike (the day's highest and lowest temperature, visibility and wind) may each come to look like the other did
/// years ago. So the newest rows before the break are asked: was the step smaller into the other column's place? Places are
/// ranks among all values concerned, which makes the answer free of units and of outliers.
/// </remarks>
internal static class SwappedPlaces
{
    private const int RowsBefore = 50;
    private const int RowsSince = 100;
    private const int LeastRows = 10;
    private const int Deciles = 9;

    /// <param name="broken">The broken rows, with those before them.</param>
    /// <param name="first">One column.</param>
    /// <param name="second">The other.</param>
    /// <returns>True also where too few rows before are at hand.</returns>
    public static bool IsTheLesserStep(in RowWindow broken, int first, int second)
    {
        var count = broken.Before.Length / broken.Columns;
        var before = broken.Before[(Math.Max(0, count - RowsBefore) * broken.Columns)..];
        var since = broken.Values[..(Math.Min(broken.Count, RowsSince) * broken.Columns)];
        double[] a = Column(before, broken.Columns, first), b = Column(before, broken.Columns, second);
        double[] newA = Column(since, broken.Columns, first), newB = Column(since, broken.Columns, second);
        if (a.Length < LeastRows || b.Length < LeastRows || newA.Length == 0 || newB.Length == 0) return true;

        double[] all = [.. a, .. b, .. newA, .. newB];
        Array.Sort(all);
        foreach (var column in (ReadOnlySpan<double[]>)[a, b, newA, newB]) Rank(column, all);
        return 2 * (Step(a, newB) + Step(b, newA)) < Step(a, newA) + Step(b, newB);
    }

    private static double[] Column(ReadOnlySpan<double> rows, int columns, int column)
    {
        var values = new List<double>();
        for (var at = column; at < rows.Length; at += columns)
        {
            if (!double.IsNaN(rows[at])) values.Add(rows[at]);
        }

        return [.. values];
    }

    /// <summary>In the end sorted, and each value is its share of the way through all of them; equal values share a place.</summary>
    private static void Rank(double[] column, double[] all)
    {
        Array.Sort(column);
        var (below, upTo) = (0, 0);
        for (var i = 0; i < column.Length; i++)
        {
            while (all[below] < column[i]) below++;
            while (upTo < all.Length && all[upTo] <= column[i]) upTo++;
            column[i] = (below + upTo) / (2.0 * all.Length);
        }
    }

    /// <summary>The mean distance of the deciles.</summary>
    private static double Step(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var decile = 1; decile <= Deciles; decile++)
            sum += Math.Abs(one[one.Length * decile / (Deciles + 1)] - other[other.Length * decile / (Deciles + 1)]);
        return sum / Deciles;
    }
}
