using System.Globalization;
using FsCheck.Fluent;
using MonitoringDemo.Demo.Replay;
using MonitoringDemo.Properties;
using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Tests.Replay;

public sealed class ReplayReaderPropertyTests
{
    private static readonly Func<Random, int, string>[] s_columns =
    [
        (random, _) => random.Next(100).ToString(CultureInfo.InvariantCulture),
        (random, _) => (random.NextDouble() * 1e6).ToString("R", CultureInfo.InvariantCulture),
        (random, _) => $"{random.Next(1000)},{random.Next(10)}",
        (random, _) => $"{random.Next(1, 10)},{random.Next(100, 1000)}",
        (random, _) => $"{random.Next(100)} %",
        (random, _) => $"${random.Next(100)}.50",
        (random, _) => random.Next(2) == 0 ? "true" : "false",
        (random, _) => "abc"[random.Next(3)].ToString(),
        (_, row) => $"id {row}",
        (random, row) => new DateTime(2020, 1, 1).AddDays(row + random.Next(3)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (random, row) => new DateTime(2020, 1, 1).AddDays(row).ToString(random.Next(2) == 0 ? "dd/MM/yyyy" : "dd.MM.yyyy", CultureInfo.InvariantCulture),
        (_, row) => (1_600_000_000 + (row * 60)).ToString(CultureInfo.InvariantCulture),
        (_, row) => row.ToString(CultureInfo.InvariantCulture),
        (_, _) => "",
        (_, _) => "7",
    ];

    private static readonly string[] s_odd = ["", "NA", "None", "-", "?", "inf", "1e999", "n. a. yet", "O'Neil; \"x\"", "línea\nnueva", "01", "5.0", "(3)", "−4"];

    [Fact]
    public void Any_odd_file_is_read_without_a_silent_loss_or_refused_with_the_reason() => Claim.Holds(Gen.Choose(0, int.MaxValue), seed =>
    {
        var random = new Random(seed);
        var (cells, text) = Odd(random);
        var settings = Csv.Settings(label: "label", time: random.Next(3) == 0 ? "c0" : null, warmup: random.Next(2) == 0 ? null : 50);
        try
        {
            using var world = ReplayReader.Read(Csv.Source(text), settings);

            world.Rows.ShouldBe(cells.Count);
            RequireNoSilentLoss(world, cells);
        }
        catch (Exception e) when (e is UnusableInputException or UnusableTableException)
        {
            e.Message.ShouldContain(Csv.Name);
        }
    }, share: 0.5);

    /// <summary>What is a value in the file is one in the stream, or the column's note says of how many it is not.</summary>
    private static void RequireNoSilentLoss(ReplayWorld world, List<string[]> cells)
    {
        var values = Csv.Values(world);
        for (var feature = 0; feature < world.Schema.Count; feature++)
        {
            var column = world.Columns.First(each => each.Name == world.Schema.Features[feature].Name);
            var missing = cells.Count(row => MissingMarkers.Usual.Include(row[column.Index].Trim()));
            var lost = Enumerable.Range(0, cells.Count).Count(row => double.IsNaN(values[(row * world.Schema.Count) + feature])) - missing;

            lost.ShouldBeGreaterThanOrEqualTo(0);
            if (lost > 0)
                column.Note.ShouldContain("are no numbers and count as missing");
        }
    }

    private static (List<string[]> Cells, string Text) Odd(Random random)
    {
        var makers = Enumerable.Range(0, random.Next(1, 6)).Select(_ => s_columns[random.Next(s_columns.Length)]).ToArray();
        var oddEvery = random.Next(3) switch { 0 => int.MaxValue, 1 => 200, _ => 10 };
        var label = random.Next(8) == 0 ? 3 : 2;
        var rows = Enumerable.Range(0, random.Next(90, 400)).Select(row => makers
            .Select(make => random.Next(oddEvery) == 0 ? s_odd[random.Next(s_odd.Length)] : make(random, row))
            .Append(random.Next(label).ToString(CultureInfo.InvariantCulture)).ToArray()).ToList();
        var separator = ",;\t|"[random.Next(4)];
        string[] header = [.. makers.Select((_, column) => $"c{column}"), "label"];
        var text = string.Concat(rows.Prepend(header).Select(row => string.Join(separator, row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n"));
        return (rows, text);
    }
}
