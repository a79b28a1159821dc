using MonitoringDemo.KeepingUp.Streams;

namespace MonitoringDemo.KeepingUp.Tests.Streams;

public sealed class AgrawalTests
{
    private const int Rows = 40_000;

    [Theory]
    // Age alone.
    [InlineData(1, 0, 39, 0, true)]
    [InlineData(1, 0, 40, 0, false)]
    [InlineData(1, 0, 59, 0, false)]
    [InlineData(1, 0, 60, 0, true)]
    // Age and salary.
    [InlineData(2, 50_000, 39, 0, true)]
    [InlineData(2, 100_001, 39, 0, false)]
    [InlineData(2, 74_999, 40, 0, false)]
    [InlineData(2, 125_000, 59, 0, true)]
    [InlineData(2, 25_000, 60, 0, true)]
    [InlineData(2, 75_001, 60, 0, false)]
    // Age and education.
    [InlineData(3, 0, 39, 1, true)]
    [InlineData(3, 0, 39, 2, false)]
    [InlineData(3, 0, 40, 0, false)]
    [InlineData(3, 0, 59, 3, true)]
    [InlineData(3, 0, 60, 1, false)]
    [InlineData(3, 0, 60, 4, true)]
    // Age, education and salary.
    [InlineData(4, 25_000, 39, 1, true)]
    [InlineData(4, 25_000, 39, 2, false)]
    [InlineData(4, 50_000, 40, 1, true)]
    [InlineData(4, 50_000, 40, 4, false)]
    [InlineData(4, 125_000, 40, 4, true)]
    [InlineData(4, 100_000, 60, 2, true)]
    [InlineData(4, 100_000, 60, 1, false)]
    [InlineData(4, 25_000, 60, 1, true)]
    public void A_function_takes_into_group_A_whom_the_paper_says(int function, double salary, double age, int elevel, bool isA)
    {
        Agrawal.IsGroupA(function, salary, age, elevel).ShouldBe(isA);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(15_000, 2)]
    [InlineData(25_000, 3)]
    [InlineData(39_000, 4)]
    public void Far_from_the_changes_every_row_follows_one_function(int from, int function)
    {
        var rows = new Agrawal().Make(Rows, 1).Skip(from).Take(1_000);

        rows.Count(row => Follows(row, function)).ShouldBeGreaterThan(997);
    }

    [Fact]
    public void At_the_centre_of_a_change_half_of_the_rows_follow_the_next_function()
    {
        var rows = new Agrawal().Make(Rows, 1).Skip(9_500).Take(1_000).Where(row => Follows(row, 1) != Follows(row, 2)).ToList();

        rows.Average(row => Follows(row, 2) ? 1.0 : 0.0).ShouldBe(0.5, 0.08);
    }

    [Fact]
    public void Who_earns_much_has_no_commission()
    {
        var rows = new Agrawal().Make(5_000, 1);

        rows.ShouldAllBe(row => row.Values[0] >= 75_000 ? row.Values[1] == 0 : row.Values[1] >= 10_000 && row.Values[1] <= 75_000);
    }

    private static bool Follows(StreamRow row, int function) => Agrawal.IsGroupA(function, row.Values[0], row.Values[2], (int)row.Values[3]) == (row.Label == 0);
}
