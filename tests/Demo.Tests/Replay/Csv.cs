using System.Text;
using MonitoringDemo.Demo.Replay;
using MonitoringDemo.Tables;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Demo.Tests.Replay;

/// <summary>Small files made on the spot.</summary>
internal static class Csv
{
    public const string Name = "songs.csv";

    private static readonly Lazy<string> s_folder = new(NewFolder);
    private static int s_files;

    /// <summary>A file with that text, to be read as often as one likes.</summary>
    public static TableFiles Source(string text, string name = Name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(s_folder.Value, $"{Interlocked.Increment(ref s_files)}"));
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return new TableFiles([path]);
    }

    public static TextTable Table(string text) => Table(Source(text));

    /// <summary>A header and rows made by number.</summary>
    public static TextTable Table(string header, int rows, Func<int, string> row) =>
        Table($"{header}\n{string.Join('\n', Enumerable.Range(0, rows).Select(row))}\n");

    /// <summary>The stream that a replay makes of the rows of a table.</summary>
    public static ReplayWorld World(TextTable table, ReplaySettings settings) => ReplayReader.Read(Source(TextOf(table)), settings);

    /// <summary>The values of all rows, one row after the other.</summary>
    public static double[] Values(ReplayWorld world)
    {
        var (values, labels) = (new double[world.Rows * world.Schema.Count], new byte[world.Rows]);
        world.Generate(0, values, labels);
        return values;
    }

    public static byte[] Labels(ReplayWorld world)
    {
        var (values, labels) = (new double[world.Rows * world.Schema.Count], new byte[world.Rows]);
        world.Generate(0, values, labels);
        return labels;
    }

    /// <summary>The rows in the order of a time column.</summary>
    public static TextTable Sorted(TextTable table, int column, string? format = null) =>
        Scan(table, column, format).Earliest.ToTable(Name, table.Columns, table.Rows.Count);

    /// <summary>When each row happened, Unix milliseconds; null when the column only orders the rows.</summary>
    public static long[]? Times(TextTable table, int column, string? format = null)
    {
        var (reading, block) = (Scan(table, column, format).Reading, new TableBlock());
        using var reader = Source(TextOf(table)).Open();
        reader.TryRead(block);
        var times = Enumerable.Range(0, block.Count)
            .Select(row => reading.TryKey(block.Columns[column], row, out var key) ? reading.Milliseconds(block.Columns[column], row, key) : null).ToList();
        return times.Contains(null) ? null : [.. times.Select(time => time!.Value)];
    }

    public static ReplaySettings Settings(string label = "hit", string? time = null, int? warmup = null, params string[] ignore) =>
        new([Name], label, time, ignore, warmup, Outcomes: new ConstantDelay(0));

    private static TextTable Table(TableFiles source)
    {
        using var reader = source.Open();
        var (rows, places, block) = (new List<string[]>(), new List<RowPlace>(), new TableBlock());
        while (reader.TryRead(block))
        {
            rows.AddRange(Enumerable.Range(0, block.Count).Select(row => block.Columns.Select(column => column.InWords(row)).ToArray()));
            places.AddRange(Enumerable.Range(0, block.Count).Select(block.Place));
        }

        return new TextTable(Name, reader.Columns, rows, places);
    }

    private static (TimeReading Reading, EarliestRows Earliest) Scan(TextTable table, int column, string? format)
    {
        var (scan, block, position) = (new TimeScan(Name, table.Columns[column], format, int.MaxValue), new TableBlock(), 0L);
        using var reader = Source(TextOf(table)).Open();
        for (; reader.TryRead(block); position += block.Count)
            scan.Take(block, column, position);
        return scan.Resolve();
    }

    private static string TextOf(TextTable table)
    {
        var text = new StringBuilder();
        foreach (var row in table.Rows.Prepend([.. table.Columns.Select(column => column.Name)]))
            text.AppendJoin(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
        return text.ToString();
    }

    private static string NewFolder()
    {
        var path = Directory.CreateTempSubdirectory("replay-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(path, recursive: true);
        return path;
    }
}
