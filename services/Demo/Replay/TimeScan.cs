using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Finds out from all rows how a time column is written, and meanwhile keeps the earliest rows for each way in which it can be.</summary>
/// <param name="fileName">How messages call the file.</param>
/// <param name="column">The column.</param>
/// <param name="format">How its dates are written; null to find it out.</param>
/// <param name="most">How many of the earliest rows are kept.</param>
/// <param name="zone">The time zone of times without one of their own; null for UTC.</param>
internal sealed class TimeScan(string fileName, TableColumn column, string? format, int most, string? zone = null)
{
    private readonly DayOrMonth _evidence = new();
    private TimeReading? _monthFirst;
    private TimeReading? _dayFirst;
    private EarliestRows _earliest = new(most);
    private EarliestRows? _earliestDayFirst;

    /// <summary>Takes the rows of a block.</summary>
    /// <param name="block">The rows.</param>
    /// <param name="at">The position of the column in them.</param>
    /// <param name="position">How many rows came before.</param>
    public void Take(TableBlock block, int at, long position)
    {
        var cells = block.Columns[at];
        for (var row = 0; row < block.Count; row++)
        {
            _monthFirst ??= First(cells, row);
            if (format is null && cells.Kind(row) == CellKind.Text && _monthFirst.Dates is not null && _evidence.See(cells.Text(row), block.Place(row)) && _dayFirst is null)
            {
                _dayFirst = new TimeReading(TimeTexts.Of(dayFirst: true, Clock()), null);
                _earliestDayFirst = _earliest.Copy();
            }

            Take(block, row, cells, position + row);
        }
    }

    /// <summary>How the column is written, and its earliest rows in order.</summary>
    /// <exception cref="UnusableInputException">The dates can be read in two ways; the message names the first, and how to say which.</exception>
    public (TimeReading Reading, EarliestRows Earliest) Resolve()
    {
        _evidence.RequireOne(column);
        return _evidence.IsDayFirst ? (_dayFirst!, _earliestDayFirst!) : (_monthFirst ?? throw new UnusableInputException($"{fileName}: a header and no rows."), _earliest);
    }

    private TimeReading First(ColumnCells cells, int row)
    {
        var number = cells.Number(row);
        if (cells.Kind(row) == CellKind.Number || (format is null && cells.Kind(row) == CellKind.Text && Number.TryRead(cells.Text(row), out number)))
            return new TimeReading(null, TimeReading.ScaleOf(number));
        return new TimeReading(format is null ? TimeTexts.Of(dayFirst: false, Clock()) : TimeTexts.Of(format, Clock()), null);
    }

    private LocalClock? Clock() => zone is null ? null : LocalClock.Of(zone);

    private void Take(TableBlock block, int row, ColumnCells cells, long position)
    {
        var asMonthFirst = _monthFirst!.TryKey(cells, row, out var key);
        var keyOfDayFirst = 0L;
        var asDayFirst = _dayFirst is not null && _dayFirst.TryKey(cells, row, out keyOfDayFirst);
        if (!asMonthFirst && !asDayFirst)
        {
            throw TextTable.Refuse(
                block.Place(row), column, $"'{cells.InWords(row)}' is not a {(_monthFirst.Dates is null ? "number" : format is null ? "date" : $"date of the form {format}")} to sort by (--time){(zone is null ? "" : $"; in {zone} summer time may have taken that hour (--time-zone)")}.");
        }

        if (asMonthFirst)
            _earliest.Offer(block, row, key, position);
        if (asDayFirst)
            _earliestDayFirst!.Offer(block, row, keyOfDayFirst, position);
    }
}
