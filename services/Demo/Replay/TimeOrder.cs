namespace MonitoringDemo.Demo.Replay;

/// <summary>Puts rows in the order of a time column: numbers or dates; equal times keep the file's order.</summary>
public static class TimeOrder
{
    /// <param name="table">The file.</param>
    /// <param name="column">The column.</param>
    /// <param name="format">How its dates are written; null to find it out.</param>
    public static CsvTable Sort(CsvTable table, int column, string? format = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        var dates = format is null && Number.TryRead(table.Rows[0][column], out _) ? null : TimeTexts.Of(table, column, format);
        var keys = new double[table.Rows.Count];
        for (var row = 0; row < keys.Length; row++)
        {
            var text = table.Rows[row][column];
            if (dates is null ? !Number.TryRead(text, out keys[row]) : !TryReadDate(dates, text, out keys[row]))
                throw table.Refuse(row, column, $"'{text}' is not a {(dates is null ? "number" : format is null ? "date" : $"date of the form {format}")} to sort by (--time).");
        }

        var order = Enumerable.Range(0, keys.Length).OrderBy(row => keys[row]).ToArray();
        return table with
        {
            Rows = [.. order.Select(row => table.Rows[row])],
            Lines = [.. order.Select(row => table.Lines[row])],
        };
    }

    private static bool TryReadDate(TimeTexts dates, string text, out double key)
    {
        var read = dates.TryRead(text, out var time);
        key = time.UtcTicks;
        return read;
    }
}
