using MonitoringDemo.KeepingUp.Runs;
using MonitoringDemo.KeepingUp.Streams;
using MonitoringDemo.KeepingUp.Tables;
using Case = MonitoringDemo.KeepingUp.Runs.Case;

namespace MonitoringDemo.KeepingUp.Tests.Tables;

public sealed class ReactionTests
{
    private const double Never = double.PositiveInfinity;

    [Fact]
    public void The_first_of_each_after_the_change_counts_and_a_model_from_before_is_no_remedy()
    {
        var outcome = Outcome(ChangeKind.Step, findings: [900, 1_010, 1_020], decisions: [1_015, 1_200], new Served(1_100, 2, "challenger", 950, false), new Served(1_300, 3, "performance", 1_250, false));

        var reaction = Reaction.Of(outcome).First();

        reaction.ShouldBe(new Reaction(10, 15, 300));
    }

    [Fact]
    public void A_version_that_comes_back_is_a_remedy()
    {
        var outcome = Outcome(ChangeKind.Recurring, [1_010], [1_015], new Served(1_020, 1, "seed", 500, true));

        var reaction = Reaction.Of(outcome).First();

        reaction.Remedy.ShouldBe(20);
    }

    [Fact]
    public void What_comes_after_the_next_change_answers_that_one()
    {
        var outcome = Outcome(ChangeKind.Step, findings: [2_005], decisions: [2_010], new Served(2_100, 2, "performance", 2_050, false));

        var reactions = Reaction.Of(outcome);

        reactions.ShouldBe([new Reaction(Never, Never, Never), new Reaction(5, 10, 100)]);
    }

    [Fact]
    public void A_gradual_change_has_no_row_to_count_from() => Reaction.Of(Outcome(ChangeKind.Gradual, [1_010], [])).ShouldBeEmpty();

    [Theory]
    [InlineData(new[] { 3.0, 1, 2 }, 2)]
    [InlineData(new[] { 4.0, 1, 2, 3 }, 2.5)]
    [InlineData(new[] { 1.0, 2, Never }, 2)]
    [InlineData(new[] { 1.0, Never }, Never)]
    public void The_median_is_infinite_when_half_never_came(double[] values, double median) => Reaction.Median(values).ShouldBe(median);

    private static Outcome Outcome(ChangeKind change, long[] findings, long[] decisions, params Served[] releases) => new(
        new Case("test", change, 1, 3_000, 500, 0, [], [], [1_000, 2_000]) { File = folder => folder },
        new FleetResult(0.8, 0.7, 1, 1, findings, decisions, releases),
        [], TimeSpan.Zero, TimeSpan.Zero, false);
}
