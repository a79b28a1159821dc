using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Traffic.Tests.Worlds;

public sealed class OutcomeDelayTests
{
    private const int Rows = 3_000;

    public static TheoryData<string> Delays => new("0", "200", "50..400", "0..0", "mean:20", "burst:1", "burst:170", "never", "0=5,1=mean:90", "0=never,1=30..60");

    [Theory]
    [MemberData(nameof(Delays))]
    public void Every_delay_lies_between_the_shortest_and_the_longest_and_is_the_same_each_time(string text)
    {
        var delay = OutcomeDelayText.Parse(text, seed: 7);
        var again = OutcomeDelayText.Parse(text, seed: 7);

        var delays = Enumerable.Range(0, Rows).Select(row => delay.RowsAfter(row, Label(row))).ToList();

        delays.ShouldBe(Enumerable.Range(0, Rows).Select(row => again.RowsAfter(row, Label(row))));
        delays.ShouldAllBe(rows => rows == null || (rows >= delay.Shortest && rows <= delay.Longest));
    }

    [Theory]
    [MemberData(nameof(Delays))]
    public void Each_outcome_that_ever_comes_is_due_once_however_the_rows_are_served(string text)
    {
        var delay = OutcomeDelayText.Parse(text, seed: 7);
        var due = new List<long>();
        var random = new Random(3);

        for (long served = 100, next; served < Rows + delay.Longest + 1; served = next)
        {
            next = served + random.Next(1, 300);
            var outcomes = DueOutcomes.Between(delay, firstRow: 100, served, next);
            for (var row = outcomes.From; row < outcomes.To; row++)
            {
                if (outcomes.Includes(row, Label(row)))
                    due.Add(row);
            }
        }

        due.Where(row => row < Rows).Order().ShouldBe(Enumerable.Range(100, Rows - 100).Where(row => delay.RowsAfter(row, Label(row)) is not null).Select(row => (long)row));
    }

    [Fact]
    public void Each_form_means_what_it_says()
    {
        var uniform = Mean("50..400");
        var exponential = Mean("mean:100");
        var burst = OutcomeDelayText.Parse("burst:10", 1);
        var classes = OutcomeDelayText.Parse("0=never,1=30", 1);

        uniform.ShouldBe(225, tolerance: 5);
        exponential.ShouldBe(100, tolerance: 5);
        Enumerable.Range(0, 10).Select(row => row + burst.RowsAfter(row, 0)).ShouldAllBe(known => known == 9);
        (classes.RowsAfter(5, 0), classes.RowsAfter(5, 1)).ShouldBe((null, 30));
    }

    [Fact]
    public void A_share_of_the_outcomes_never_comes()
    {
        var delay = new LossyDelay(new ConstantDelay(10), 0.25, Seed: 7);

        var never = Enumerable.Range(0, 40_000).Count(row => delay.RowsAfter(row, 0) is null);

        never.ShouldBeInRange(9_700, 10_300);
    }

    [Fact]
    public void Outcomes_may_come_in_another_way_from_an_onset_on()
    {
        var delay = new ChangedDelay(1_000, new ConstantDelay(20), new NoOutcomes());

        (int?[] delays, int longest) = ([delay.RowsAfter(999, 1), delay.RowsAfter(1_000, 1)], delay.Longest);

        delays.ShouldBe([20, null]);
        longest.ShouldBe(20);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("400..50")]
    [InlineData("mean:0")]
    [InlineData("burst:0")]
    [InlineData("1e3")]
    [InlineData("0=5,1=")]
    [InlineData("0=5")]
    [InlineData("99999999999")]
    public void What_cannot_be_read_is_refused_with_the_forms_that_can(string text)
    {
        var refused = Should.Throw<FormatException>(() => OutcomeDelayText.Parse(text, 1));

        refused.Message.ShouldContain($"'{text}'");
        refused.Message.ShouldContain(OutcomeDelayText.Forms);
    }

    private static byte Label(long row) => (byte)(row % 3 == 0 ? 1 : 0);

    private static double Mean(string text)
    {
        var delay = OutcomeDelayText.Parse(text, seed: 7);
        return Enumerable.Range(0, 20_000).Average(row => delay.RowsAfter(row, 0)!.Value);
    }
}
