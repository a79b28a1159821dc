using MonitoringDemo.DetectionQuality.Budget;

namespace MonitoringDemo.DetectionQuality.Tests.Budget;

public sealed class BudgetIntervalTests
{
    [Fact]
    public void No_hit_in_500_runs_still_allows_for_three_quarters_of_a_percent()
    {
        var (low, high) = BudgetCommand.Interval(0, 500);

        low.ShouldBe(0);
        high.ShouldBe(1 - Math.Pow(0.025, 1 / 500.0), 1e-9);
    }

    [Fact]
    public void Half_of_the_runs_give_an_interval_around_a_half()
    {
        var (low, high) = BudgetCommand.Interval(50, 100);

        (low + high).ShouldBe(1, 1e-9);
        low.ShouldBe(0.3983, 1e-4);
    }
}
