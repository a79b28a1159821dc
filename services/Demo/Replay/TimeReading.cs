using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Replay;

/// <summary>How the cells of a time column are read: as instants, dates or numbers.</summary>
/// <param name="Dates">How its dates are written; null where they are numbers.</param>
/// <param name="ToMilliseconds">What makes a number Unix milliseconds; null when numbers only order the rows.</param>
internal sealed record TimeReading(TimeTexts? Dates, double? ToMilliseconds)
{
    // From 1973 to 2286: no year, day count or date such as 20260131 falls in there.
    private const double Least = 1e8;
    private const double Most = 1e10;
    private const double Thousand = 1_000;

    /// <summary>The same way of reading, from the first row on.</summary>
    public TimeReading Restart() => this with { Dates = Dates?.Restart() };

    /// <summary>What rows are sorted by; asked once for each row, in the order of the file.</summary>
    /// <returns>False when the cell holds no time.</returns>
    public bool TryKey(ColumnCells cells, int row, out long key)
    {
        key = 0;
        switch (cells.Kind(row))
        {
            case CellKind.Time:
                key = cells.Ticks(row);
                return true;
            case CellKind.Number when Dates is null:
                key = KeyOf(cells.Number(row));
                return double.IsFinite(cells.Number(row));
            case CellKind.Text when Dates is null:
                var isNumber = Number.TryRead(cells.Text(row), out var number);
                key = KeyOf(number);
                return isNumber;
            case CellKind.Text:
                var isDate = Dates!.TryRead(cells.Text(row).ToString(), out var date);
                key = date.UtcTicks;
                return isDate;
            default:
                return false;
        }
    }

    /// <summary>When the row happened, Unix milliseconds; null when its time only orders it.</summary>
    public long? Milliseconds(ColumnCells cells, int row, long key)
    {
        if (cells.Kind(row) == CellKind.Time || Dates is not null)
            return new DateTimeOffset(key, TimeSpan.Zero).ToUnixTimeMilliseconds();
        var number = NumberOf(key);
        return ToMilliseconds is { } scale && ScaleOf(number) == scale ? (long)Math.Round(number * scale) : null;
    }

    /// <summary>What makes a number Unix milliseconds, where it can only be Unix seconds or milliseconds; null otherwise.</summary>
    public static double? ScaleOf(double number) => number is >= Least and < Most ? Thousand
        : number is >= Least * Thousand and < Most * Thousand ? 1
        : null;

    // Whole numbers in the order of the numbers; the bits of negative ones run backwards.
    private static long KeyOf(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number == 0 ? 0 : number);
        return bits >= 0 ? bits : bits ^ long.MaxValue;
    }

    private static double NumberOf(long key) => BitConverter.Int64BitsToDouble(key >= 0 ? key : key ^ long.MaxValue);
}
