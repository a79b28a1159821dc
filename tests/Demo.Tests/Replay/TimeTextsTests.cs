namespace MonitoringDemo.Demo.Tests.Replay;

public sealed class TimeTextsTests
{
    [Fact]
    public void Dates_that_can_be_read_both_ways_are_refused_with_the_mend()
    {
        var table = Csv.Table("when,x,hit\n03/01/2018,1,0\n04/01/2018,2,1\n");

        Should.Throw<UnusableInputException>(() => Csv.Sorted(table, 0)).Message.ShouldBe(
            "songs.csv, line 2, column 'when': '03/01/2018' can have the day first or the month, and no row says which; say it with --time-format dd/MM/yyyy or --time-format MM/dd/yyyy (--time).");
    }

    [Theory]
    [InlineData("dd/MM/yyyy", 3)]
    [InlineData("MM/dd/yyyy", 60)]
    public void The_command_can_say_which_comes_first(string format, int days)
    {
        var table = Csv.Table("when,x,hit\n03/01/2018,1,0\n04/01/2018,2,1\n");

        var times = Csv.Times(table, 0, format)!;

        DateTimeOffset.FromUnixTimeMilliseconds(times[0]).DayOfYear.ShouldBe(days);
    }

    [Theory]
    [InlineData("03/01/2018", "13/01/2018", 3)]
    [InlineData("03/01/2018", "03/13/2018", 60)]
    [InlineData("03.01.2018", "04.01.2018", 3)]
    [InlineData("3-1-2018 10:30", "31-1-2018 09:00", 3)]
    [InlineData("05/05/2018", "06/06/2018", 125)]
    [InlineData("2018-01-03", "2018-02-04T10:00:00+02:00", 3)]
    [InlineData("3 January 2018", "Jan 5, 2018 10:00", 3)]
    public void What_some_row_leaves_no_doubt_about_holds_for_all(string first, string second, int dayOfYear)
    {
        var table = Csv.Table($"when;x;hit\n{first};1;0\n{second};2;1\n");

        var times = Csv.Times(table, 0)!;

        DateTimeOffset.FromUnixTimeMilliseconds(times[0]).DayOfYear.ShouldBe(dayOfYear);
        Csv.Sorted(table, 0).Rows.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("12:30")]
    [InlineData("Jan 5")]
    [InlineData("03/01/18")]
    [InlineData("Monday")]
    public void What_has_no_year_or_no_date_is_refused(string text)
    {
        var table = Csv.Table($"when,x,hit\n{text},1,0\n{text},2,1\n");

        Should.Throw<UnusableInputException>(() => Csv.Sorted(table, 0)).Message.ShouldBe($"songs.csv, line 2, column 'when': '{text}' is not a date to sort by (--time).");
    }

    [Fact]
    public void Rows_that_contradict_each_other_are_refused()
    {
        var table = Csv.Table("when,x,hit\n13/01/2018,1,0\n01/13/2018,2,1\n");

        Should.Throw<UnusableInputException>(() => Csv.Sorted(table, 0)).Message
            .ShouldBe("songs.csv, line 3, column 'when': '01/13/2018' has the month first, '13/01/2018' in line 2 the day (--time).");
    }

    [Fact]
    public void A_form_without_a_year_is_refused()
    {
        var table = Csv.Table("when,x,hit\n03/01,1,0\n04/01,2,1\n");

        Should.Throw<UnusableInputException>(() => Csv.Sorted(table, 0, "dd/MM")).Message.ShouldContain("a time needs a year (y) and a month (M)");
    }
}
