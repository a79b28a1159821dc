using MonitoringDemo.Drift.Channels;

namespace MonitoringDemo.Drift.Tests.Channels;

public sealed class RareLimitTests
{
    // The definitions, worked out apart: Clopper and Pearson's up to 100 ones, Wilson's above.
    [Theory]
    [InlineData(0, 3_000, 0.002299936)]
    [InlineData(1, 1_000, 0.009195498)]
    [InlineData(0, 1, 0.999)]
    [InlineData(200, 1_000, 0.241844500)]
    public void It_is_the_share_that_would_show_so_few_ones_once_in_a_thousand_samples(long ones, long rows, double expected) =>
        RareLimit.Upper(ones, rows).ShouldBe(expected, 1e-6);

    [Fact]
    public void Nothing_known_and_nothing_but_ones_leave_everything_open()
    {
        RareLimit.Upper(0, 0).ShouldBe(1);
        RareLimit.Upper(5, 5).ShouldBe(1);
    }
}
