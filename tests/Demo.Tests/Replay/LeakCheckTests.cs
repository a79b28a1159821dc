using MonitoringDemo.Demo.Replay;

namespace MonitoringDemo.Demo.Tests.Replay;

public sealed class LeakCheckTests
{
    private const int Rows = 40;

    [Theory]
    [InlineData("a copy of the label", true)]
    [InlineData("a number cut in two", true)]
    [InlineData("there or not there", true)]
    [InlineData("categories that say it", true)]
    [InlineData("never or a date", true)]
    [InlineData("an id", false)]
    [InlineData("mostly zero, else unique", false)]
    [InlineData("nearly", false)]
    [InlineData("constant", false)]
    public void A_column_that_alone_predicts_the_label_is_named(string column, bool leaks)
    {
        var table = Csv.Table("x,other,hit", Rows, row => $"{Value(column, row, row % 2)},{row % 5},{row % 2}");
        var columns = SchemaInference.Infer(table, Csv.Settings(), Rows);
        var labels = Enumerable.Range(0, Rows).Select(row => (byte)(row % 2)).ToArray();

        var found = LeakCheck.Find(table, columns, labels);

        found.ShouldBe(leaks ? ["x"] : []);
    }

    [Theory]
    [InlineData("a range of numbers each", true)]
    [InlineData("texts that say it", true)]
    [InlineData("an id", false)]
    [InlineData("nearly", false)]
    public void Of_three_classes_it_is_named_too(string column, bool leaks)
    {
        string ValueOf(int row) => column switch
        {
            "a range of numbers each" => $"{(row % 3 * 1000) + row}",
            "texts that say it" => $"of {row % 3}",
            "an id" => $"u{row * 7 % 60}",
            _ => $"of {(row == 30 ? 1 : row % 3)}",
        };
        var table = Csv.Table("x,other,kind", 60, row => $"{ValueOf(row)},{row % 5},k{row % 3}");
        var columns = SchemaInference.Infer(table, Csv.Settings(label: "kind"), 60);

        var found = LeakCheck.Find(table, columns, Enumerable.Range(0, 60).Select(row => (byte)(row % 3)).ToArray());

        found.ShouldBe(leaks ? ["x"] : []);
    }

    private static string Value(string column, int row, int label) => column switch
    {
        "a copy of the label" => label == 1 ? "hit" : "flop",
        "a number cut in two" => $"{(label * 1000) + row}",
        "there or not there" => label == 1 ? $"1999-01-{row:00}" : "",
        "categories that say it" => label == 1 ? $"top {row % 3}" : $"low {row % 3}",
        "never or a date" => label == 1 ? $"1999-01-{row:00}" : "never",
        "mostly zero, else unique" => label == 1 || row % 4 == 0 ? $"{(row * 7) % 41}.5" : "0",
        "an id" => $"id{row}",
        "nearly" => row == 0 ? "hit" : label == 1 ? "hit" : "flop",
        _ => "same",
    };
}
