using MonitoringDemo.Demo.Replay.Check;

namespace MonitoringDemo.Demo.Tests.Replay.Check;

public sealed class TableCheckTests
{
    [Fact]
    public void What_is_in_a_table_is_said_before_anything_is_trained()
    {
        var day = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var text = $"id,when,x,copy,same,empty,paid,churn\n{string.Concat(Enumerable.Range(0, 400).Select(row =>
            $"u{row},{day.AddDays(row == 200 ? 100 : row > 300 ? row + 50 : row):yyyy-MM-dd},{row * 7 % 41},{row * 7 % 41},1,,{(row % 4 == 0 ? 1000 + row : row)},{(row % 4 == 0 ? "yes" : "no")}\n"))}";

        var found = TableCheck.Of(Csv.Source(text), Csv.Settings(label: ""));

        (found.Rows, found.Label, found.LabelMissing).ShouldBe((400, "churn", 0));
        found.Classes.ShouldBe(new Dictionary<string, long> { ["yes"] = 100, ["no"] = 300 }, ignoreOrder: true);
        found.Columns.Select(column => column.TakenAs).ShouldBe(["left out", "time", "number", "number", "number", "left out", "number", "category"]);
        found.Columns[0].Notes.ShouldBe(["likely an id: no value comes twice"]);
        found.Columns[4].Notes.ShouldContain("constant");
        found.Columns[5].Notes.ShouldContain("never a value");
        found.Leaks.ShouldBe(["paid"]);
        found.Copies.ShouldBe(["x = copy"]);
        found.Time!.OutOfOrder.ShouldBe(1);
        found.Time.LongestGapSeconds.ShouldBe(101 * 86_400);
        found.Command.ShouldBe($"replay {Csv.Name} --label churn --time when --ignore id --ignore paid");
    }

    [Fact]
    public void Rows_that_come_again_are_counted_without_their_ids_and_times()
    {
        var text = $"id,when,x,hit\n{string.Concat(Enumerable.Range(0, 300).Select(row => $"u{row},2020-01-{1 + (row % 28):00},{row % 250}.5,{row % 2}\n"))}";

        var found = TableCheck.Of(Csv.Source(text), Csv.Settings());

        (found.Repeated, found.RepeatedIsExact).ShouldBe((50, true));
    }

    [Fact]
    public void What_a_replay_would_refuse_is_reported_and_the_option_named()
    {
        var text = $"when;x;hit\n{string.Concat(Enumerable.Range(0, 100).Select(row => $"0{1 + (row % 9)}/0{1 + (row % 7)}/2020;{1 + (row % 9)},{100 + row};{row % 3}\n"))}";

        var found = TableCheck.Of(Csv.Source(text), Csv.Settings(label: "hit"));

        found.Classes.Count.ShouldBe(3);
        found.Columns[1].Notes.ShouldContain("a comma can part thousands or be the decimal sign: --decimal");
        found.Command.ShouldContain("--time-format");
    }
}
