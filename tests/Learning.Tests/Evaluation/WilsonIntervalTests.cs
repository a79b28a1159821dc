using MonitoringDemo.Learning.Evaluation;

namespace MonitoringDemo.Learning.Tests.Evaluation;

public sealed class WilsonIntervalTests
{
    // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_published_intervals_come_out(int hits, int rows, double lower, double upper)
    {
        var interval = WilsonInterval.Of(hits, rows);

        interval.Lower.ShouldBe(lower, 0.00005);
        interval.Upper.ShouldBe(upper, 0.00005);
    }

    [Fact]
    public void Of_all_rows_the_upper_end_is_one()
    {
        WilsonInterval.Of(20, 20).Upper.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 2)]
    [InlineData(-1, 2)]
    public void A_share_that_cannot_be_is_refused(int hits, int rows)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => WilsonInterval.Of(hits, rows));
    }
}
