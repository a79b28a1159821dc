using MonitoringDemo.Demo.Report;

namespace MonitoringDemo.Demo.Tests.Report;

public sealed class BlockAccuracyTests
{
    [Fact]
    public void Blocks_end_at_multiples_of_a_thousand_and_begin_with_the_first_row_served()
    {
        var accuracy = new BlockAccuracy();
        for (var row = 2400L; row < 4500; row++)
            accuracy.Add(row, fleetRight: row < 3000, staticRight: row % 2 == 0);

        var summary = accuracy.Summarise();

        summary.Blocks.ShouldBe([new(2400, 1, 0.5), new(3000, 0, 0.5), new(4000, 0, 0.5)]);
        summary.Fleet.ShouldBe(600.0 / 2100);
        summary.Static.ShouldBe(0.5);
    }
}
