using MonitoringDemo.Demo.Report;

namespace MonitoringDemo.Demo.Tests.Report;

public sealed class RecoveryTests
{
    [Theory]
    [InlineData(new[] { 0.80, 0.80, 0.30, 0.60, 0.78, 0.80 }, 3000L)]
    [InlineData(new[] { 0.80, 0.80, 0.80, 0.30, 0.77, 0.80 }, 3000L)]
    [InlineData(new[] { 0.80, 0.80, 0.80, 0.80, 0.80, 0.80 }, null)]
    [InlineData(new[] { 0.80, 0.80, 0.30, 0.30, 0.30, 0.30 }, null)]
    public void It_is_the_end_of_the_first_block_that_is_back_after_one_that_fell(double[] fleet, long? rows)
    {
        var blocks = fleet.Select((f, i) => new ReportBlock(5000 + (i * 1000), f, 0.5)).ToList();

        Recovery.RowsUntilBack(blocks, onset: 7000).ShouldBe(rows);
    }

    [Fact]
    public void Without_a_level_before_the_onset_nothing_can_be_said()
    {
        Recovery.RowsUntilBack([new ReportBlock(5000, 0.8, 0.8)], onset: 5000).ShouldBeNull();
    }
}
