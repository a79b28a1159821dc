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
