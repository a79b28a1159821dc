namespace MonitoringDemo.Demo.Replay;

/// <summary>Reads a time column as instants: dates, or numbers that can only be Unix seconds or milliseconds.</summary>
public static class EventTimes
{
    // From 1973 to 2286: no year, day count or date such as 20260131 falls in there.
    private const double Least = 1e8;
    private const double Most = 1e10;
    private const double Thousand = 1_000;

    /// <summary>Unix milliseconds per row, or null when the column only orders the rows.</summary>
    /// <param name="table">The file.</param>
    /// <param name="column">The column.</param>
    /// <param name="format">How its dates are written; null to find it out.</param>
    public static long[]? Of(CsvTable table, int column, string? format = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        var times = new long[table.Rows.Count];
        var scale = format is null ? ScaleOf(table.Rows[0][column]) : null;
        var dates = scale is null ? TimeTexts.Of(table, column, format) : null;
        for (var row = 0; row < times.Length; row++)
        {
            var text = table.Rows[row][column];
            if (dates is not null && (format is not null || !Number.TryRead(text, out _)) && dates.TryRead(text, out var date))
                times[row] = date.ToUnixTimeMilliseconds();
            else if (scale is { } toMilliseconds && Number.TryRead(text, out var number) && ScaleOf(text) == scale)
                times[row] = (long)Math.Round(number * toMilliseconds);
            else
                return null;
        }

        return times;
    }

    private static double? ScaleOf(string text) => !Number.TryRead(text, out var number) ? null
        : number is >= Least and < Most ? Thousand
        : number is >= Least * Thousand and < Most * Thousand ? 1
        : null;
}
