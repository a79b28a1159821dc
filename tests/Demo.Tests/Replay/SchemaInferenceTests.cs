using System.Globalization;
using MonitoringDemo.Demo.Replay;

namespace MonitoringDemo.Demo.Tests.Replay;

public sealed class SchemaInferenceTests
{
    [Theory]
    [InlineData("1", "2.5", ColumnUse.Numeric)]
    [InlineData("-3e4", "?", ColumnUse.Numeric)]
    [InlineData("7", "7", ColumnUse.Numeric)]
    [InlineData("1", "one", ColumnUse.Categorical)]
    [InlineData("1,5", "2,5", ColumnUse.Numeric)]
    [InlineData("Infinity", "1", ColumnUse.Categorical)]
    [InlineData("NA", "null", ColumnUse.LeftOut)]
    public void The_kind_of_a_column_comes_from_the_warm_up(string first, string second, ColumnUse use)
    {
        var table = Csv.Table("x,other,hit", 4, row => $"\"{(row % 2 == 0 ? first : second)}\",1,0");

        SchemaInference.Infer(table, Csv.Settings(), warmup: 4)[0].Use.ShouldBe(use);
    }

    [Fact]
    public void What_comes_after_the_warm_up_changes_nothing()
    {
        var table = Csv.Table("x,hit\n1,0\n2,1\nthree,0\n");

        SchemaInference.Infer(table, Csv.Settings(), warmup: 2)[0].Use.ShouldBe(ColumnUse.Numeric);
    }

    [Fact]
    public void Categories_are_sorted_and_missing_values_counted()
    {
        var table = Csv.Table("x,hit\nb,0\n?,1\na,0\nNaN,0\nb,1\n");

        var column = SchemaInference.Infer(table, Csv.Settings(), warmup: 5)[0];

        column.Categories.ShouldBe(["a", "b"]);
        column.Missing.ShouldBe(2);
    }

    [Fact]
    public void Names_and_ids_are_left_out_and_said_so()
    {
        var table = Csv.Table("title,x,hit", 300, row => $"song {row},1,{row % 2}");

        var column = SchemaInference.Infer(table, Csv.Settings(), warmup: 300)[0];

        column.Use.ShouldBe(ColumnUse.LeftOut);
        column.Note.ShouldContain("300 values in 300 rows");
    }

    [Fact]
    public void Label_time_and_ignored_columns_are_no_features()
    {
        var table = Csv.Table("when,x,secret,hit\n1,1,1,0\n2,2,2,1\n");

        var columns = SchemaInference.Infer(table, Csv.Settings(time: "when", ignore: "secret"), warmup: 2);

        columns.Select(c => c.Use).ShouldBe([ColumnUse.Time, ColumnUse.Numeric, ColumnUse.Ignored, ColumnUse.Label]);
    }

    [Theory]
    [InlineData("hits", null, "", "songs.csv: no column 'hits' (--label); the columns are when, x, hit.")]
    [InlineData("hit", "date", "", "songs.csv: no column 'date' (--time); the columns are when, x, hit.")]
    [InlineData("hit", null, "title", "songs.csv: no column 'title' (--ignore); the columns are when, x, hit.")]
    [InlineData("hit", "hit", "", "--label hit: the label cannot be the time or be ignored as well.")]
    [InlineData("hit", null, "when,x", "songs.csv: no column is left to predict 'hit' from.")]
    public void Columns_that_are_not_there_are_refused_by_name(string label, string? time, string ignore, string message)
    {
        var table = Csv.Table("when,x,hit\n1,1,0\n2,2,1\n");
        var settings = Csv.Settings(label, time, null, ignore.Split(',', StringSplitOptions.RemoveEmptyEntries));

        Should.Throw<UnusableInputException>(() => SchemaInference.Infer(table, settings, warmup: 2)).Message.ShouldBe(message);
    }

    [Fact]
    public void Numbers_are_read_with_a_point_whatever_the_language_of_the_machine()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator = ",";

        Number.TryRead("1.5", out var value).ShouldBeTrue();

        value.ShouldBe(1.5);
        CultureInfo.CurrentCulture = before;
    }
}
