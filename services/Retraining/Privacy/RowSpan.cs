namespace MonitoringDemo.Retraining.Privacy;

/// <summary>Rows [from, to) of the log.</summary>
internal sealed record RowSpan(long From, long To)
{
    /// <summary>Rows as spans.</summary>
    /// <param name="rows">Ascending.</param>
    public static IReadOnlyList<RowSpan> Of(IEnumerable<long> rows)
    {
        var spans = new List<RowSpan>();
        foreach (var row in rows)
        {
            if (spans is [.., var last] && last.To == row) spans[^1] = last with { To = row + 1 };
            else spans.Add(new RowSpan(row, row + 1));
        }

        return spans;
    }

    /// <summary>Whether a row is in one of the spans.</summary>
    /// <param name="spans">Ascending.</param>
    /// <param name="row">Its number.</param>
    public static bool Hold(IReadOnlyList<RowSpan> spans, long row)
    {
        var (low, high) = (0, spans.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (row < spans[middle].From) high = middle - 1;
            else if (row >= spans[middle].To) low = middle + 1;
            else return true;
        }

        return false;
    }
}
