using MonitoringDemo.KeepingUp.Streams;

namespace MonitoringDemo.KeepingUp.Tests.Streams;

public sealed class SeaTests
{
    private const int Rows = 40_000;

    [Theory]
    [InlineData(0, 8)]
    [InlineData(1, 9)]
    [InlineData(2, 7)]
    [InlineData(3, 9.5)]
    public void Nine_labels_of_ten_follow_the_threshold_of_their_quarter(int quarter, double threshold)
    {
        var rows = new Sea().Make(Rows, 1).Skip(quarter * Rows / 4).Take(Rows / 4);

        var share = rows.Average(row => (row.Values[0] + row.Values[1] > threshold) == (row.Label == 1) ? 1.0 : 0.0);

        share.ShouldBe(0.9, 0.012);
    }

    [Fact]
    public void It_changes_at_the_end_of_each_quarter() => new Sea().Changes(Rows, 1).ShouldBe([10_000, 20_000, 30_000]);
}
