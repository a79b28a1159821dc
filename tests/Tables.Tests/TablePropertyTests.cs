using FsCheck.Fluent;
using MonitoringDemo.Properties;

namespace MonitoringDemo.Tables.Tests;

public sealed class TablePropertyTests
{
    [Fact]
    public void Any_table_that_is_written_as_CSV_is_read_back_cell_by_cell_or_refused_with_the_reason() => Claim.Holds(Gen.Choose(0, int.MaxValue).Select(seed => OddCsv.Of(seed)), file =>
    {
        using var folder = new TableFolder();
        var path = folder.Write("odd.csv", file.Bytes);

        try
        {
            var table = Taken.Of(new TableFiles([path], file.IsFoundByLooking ? new TableOptions() : new TableOptions { Separator = file.Separator, Quote = file.Quote }));

            table.Names.ShouldBe(file.Header);
            table.Rows.ShouldBe(file.Rows);
        }
        catch (UnusableTableException e) when (file.IsFoundByLooking)
        {
            e.Message.ShouldStartWith("odd.csv, line ");
        }
    });

    [Fact]
    public void Any_bytes_are_a_table_or_are_refused_in_one_line() => Claim.Holds(Gen.Choose(0, int.MaxValue), seed =>
    {
        using var folder = new TableFolder();
        var random = new Random(seed);
        var bytes = OddCsv.Of(seed).Bytes;
        for (var i = random.Next(5); i >= 0 && bytes.Length > 0; i--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        var path = folder.Write("spoilt.csv", random.Next(3) == 0 ? bytes[..random.Next(bytes.Length + 1)] : bytes);

        try
        {
            Taken.Of(new TableFiles([path])).Rows.Count.ShouldBeGreaterThan(0);
        }
        catch (UnusableTableException e)
        {
            e.Message.ShouldContain("spoilt.csv");
        }
    });
}
