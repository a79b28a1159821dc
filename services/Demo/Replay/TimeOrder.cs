using System.Globalization;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Puts rows in the order of a time column: numbers or dates; equal times keep the file's order.</summary>
public static class TimeOrder
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public static CsvTable Sort(CsvTable table, int column)
    {
        ArgumentNullException.ThrowIfNull(table);
        var numbers = Number.TryRead(table.Rows[0][column], out _);
        var keys = new double[table.Rows.Count];
        for (var row = 0; row < keys.Length; row++)
        {
            var text = table.Rows[row][column];
            if (numbers ? !Number.TryRead(text, out keys[row]) : !TryReadDate(text, out keys[row]))
                throw table.Refuse(row, column, $"'{text}' is not a {(numbers ? "number" : "date")} to sort by (--time).");
        }

        var order = Enumerable.Range(0, keys.Length).OrderBy(row => keys[row]).ToArray();
        return table with
        {
            Rows = [.. order.Select(row => table.Rows[row])],
            Lines = [.. order.Select(row => table.Lines[row])],
        };
    }

    private static bool TryReadDate(string text, out double key)
    {
        var read = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var time);
        key = time.UtcTicks;
        return read;
    }
}
