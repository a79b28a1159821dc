using MonitoringDemo.Retraining.Decide;

namespace MonitoringDemo.Retraining.Tests.Decide;

public sealed class StakesTests
{
    [Theory]
    [InlineData(0.8, 40)]
    [InlineData(0.3, 112)]
    [InlineData(0.05, 400)]
    [InlineData(0, 400)]
    [InlineData(-0.2, 400)]
    public void A_deeper_fall_asks_for_fewer_rows_within_its_limits(double drop, int rows)
    {
        Stakes.Scale(10, drop, 40, 400).ShouldBe(rows);
    }

    [Fact]
    public void The_least_counts_also_where_it_is_above_the_most()
    {
        Stakes.Scale(10, 0.01, 500, 400).ShouldBe(500);
    }
}
