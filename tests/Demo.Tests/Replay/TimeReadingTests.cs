namespace MonitoringDemo.Demo.Tests.Replay;

public sealed class TimeReadingTests
{
    [Theory]
    [InlineData("1970-01-02", "1970-01-02T00:00:01.5", 86_400_000, 86_401_500)]
    [InlineData("100000000", "100000001.25", 100_000_000_000, 100_000_001_250)]
    [InlineData("1700000000000", "1700000000001", 1_700_000_000_000, 1_700_000_000_001)]
    public void Dates_and_Unix_times_are_read_as_milliseconds(string first, string second, long firstTime, long secondTime)
    {
        var table = Csv.Table($"when,x,hit\n{first},1,0\n{second},2,1\n");

        var times = Csv.Times(table, 0);

        times.ShouldBe([firstTime, secondTime]);
    }

    [Theory]
    [InlineData("1", "2")]
    [InlineData("0.001", "0.002")]
    [InlineData("1960", "2019")]
    [InlineData("20260131", "20260201")]
    [InlineData("1700000000", "1700000000000")]
    public void Numbers_that_only_order_the_rows_are_no_times(string first, string second)
    {
        var table = Csv.Table($"when,x,hit\n{first},1,0\n{second},2,1\n");

        var times = Csv.Times(table, 0);

        times.ShouldBeNull();
    }

    [Fact]
    public void The_replayed_world_tells_the_time_of_every_row()
    {
        var table = Csv.Table("when,x,hit\n1970-01-03,1,0\n1970-01-02,2,1\n1970-01-04,3,1\n");

        var world = Csv.World(table, Csv.Settings(time: "when", warmup: 2));

        world.EventTimeOf(0).ShouldBe(86_400_000);
        world.EventTimeOf(1).ShouldBe(2 * 86_400_000);
        Csv.World(table, Csv.Settings(warmup: 2)).EventTimeOf(0).ShouldBeNull();
    }
}
