using MonitoringDemo.KeepingUp.Streams;

namespace MonitoringDemo.KeepingUp.Tests.Streams;

public sealed class HyperplaneTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(10_000, 0)]
    [InlineData(20_000, -1)]
    [InlineData(30_000, 0)]
    [InlineData(40_000, 1)]
    public void It_is_once_around_after_40_000_rows(int from, double cosine)
    {
        var rows = new Hyperplane().Make(44_000, 1).ToList();

        var (begin, later) = (Direction(rows[..4_000]), Direction(rows[from..(from + 4_000)]));

        begin.Zip(later, (a, b) => a * b).Sum().ShouldBe(cosine, 0.15);
    }

    [Fact]
    public void One_label_of_twenty_is_on_the_wrong_side()
    {
        // Within 200 rows the plane turns by less than two degrees: the side is known but for rows next to it.
        var rows = new Hyperplane().Make(40_000, 1).ToList();
        var normal = Direction(rows[..400]);

        var clear = rows[..400].Select(row => (Side: normal.Zip(row.Values, (a, x) => a * (x - 0.5)).Sum(), row.Label)).Where(row => Math.Abs(row.Side) > 0.25).ToList();

        clear.Count.ShouldBeGreaterThan(100);
        clear.Average(row => row.Side > 0 == (row.Label == 1) ? 0.0 : 1.0).ShouldBeInRange(0.01, 0.12);
    }

    // From the mean of class 0 to that of class 1, which for uniform inputs points along the normal.
    private static double[] Direction(List<StreamRow> rows)
    {
        var difference = Enumerable.Range(0, 10).Select(i => Mean(rows, 1, i) - Mean(rows, 0, i)).ToArray();
        var length = Math.Sqrt(difference.Sum(each => each * each));
        return [.. difference.Select(each => each / length)];
    }

    private static double Mean(List<StreamRow> rows, int label, int input) => rows.Where(row => row.Label == label).Average(row => row.Values[input]);
}
