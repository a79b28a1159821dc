using MonitoringDemo.KeepingUp.Streams;

namespace MonitoringDemo.KeepingUp.Tests.Streams;

public sealed class PriorShiftTests
{
    private const int Rows = 40_000;

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.2)]
    [InlineData(2, 0.8)]
    [InlineData(3, 0.4)]
    public void The_share_of_a_class_changes_and_what_it_looks_like_stays(int quarter, double share)
    {
        var rows = Quarter(quarter);

        var ones = rows.Where(row => row.Label == 1).ToList();

        ((double)ones.Count / rows.Count).ShouldBe(share, 0.02);
        ones.Average(row => row.Values[0]).ShouldBe(0.6, 0.08);
        rows.Where(row => row.Label == 0).Average(row => row.Values[0]).ShouldBe(-0.6, 0.08);
    }

    private static List<StreamRow> Quarter(int quarter) => [.. new PriorShift().Make(Rows, 1).Skip(quarter * Rows / 4).Take(Rows / 4)];
}
