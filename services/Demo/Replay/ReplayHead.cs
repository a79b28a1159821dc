using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Replay;

/// <summary>What has to be known of a table before its rows can be taken as numbers.</summary>
/// <param name="Table">The warm-up, in order of time.</param>
/// <param name="Last">Key and position of the last row of the warm-up.</param>
/// <param name="Time">How the time column is read; null without one.</param>
internal sealed record ReplayHead(TextTable Table, (long Key, long Position) Last, TimeReading? Time)
{
    private const int LeastWarmup = 100;
    private const int MostWarmup = 5000;
    private const int RowsPerWarmup = 5;

    /// <summary>Reads as little as it takes: all rows only when they have to be sorted.</summary>
    public static ReplayHead Read(ITableSource source, ReplaySettings settings)
    {
        using var reader = source.Open();
        var enough = settings.Warmup is { } said ? said + 1L : MostWarmup * RowsPerWarmup;
        var most = settings.Warmup ?? MostWarmup;
        TextTable.Require(reader.Columns, source.Name, settings.Label, "--label");
        var time = settings.Time is null ? -1 : TextTable.Require(reader.Columns, source.Name, settings.Time, "--time");
        var scan = time < 0 ? null : new TimeScan(source.Name, reader.Columns[time], settings.TimeFormat, most, settings.TimeZone);
        var earliest = new EarliestRows(most);
        var (block, rows) = (new TableBlock(), 0L);
        while ((scan is not null || rows < enough) && reader.TryRead(block))
        {
            scan?.Take(block, time, rows);
            for (var row = 0; scan is null && row < block.Count; row++)
                earliest.Offer(block, row, 0, rows + row);
            rows += block.Count;
        }

        var reading = default(TimeReading);
        if (scan is not null)
            (reading, earliest) = scan.Resolve();
        var warmup = settings.Warmup ?? (int)Math.Max(LeastWarmup, Math.Min(MostWarmup, rows / RowsPerWarmup));
        if (warmup >= rows)
            throw new UnusableInputException($"{source.Name}: {rows} rows leave none to serve after a warm-up of {warmup} (--warmup).");
        var table = earliest.ToTable(source.Name, reader.Columns, warmup) with { Missing = MissingMarkers.Of(settings.Missing) };
        return new ReplayHead(table, earliest.Last, reading);
    }
}
