using MonitoringDemo.KeepingUp.Streams;

namespace MonitoringDemo.KeepingUp.Tests.Streams;

public sealed class CovariateShiftTests
{
    private const int Rows = 40_000;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Moved_inputs_leave_the_answer_as_it_was(int quarter)
    {
        var rows = Quarter(quarter);

        rows.Average(row => (row.Values[0] + row.Values[1] > 1) == (row.Label == 1) ? 1.0 : 0.0).ShouldBe(0.95, 0.01);
    }

    [Fact]
    public void Inputs_move_with_every_quarter()
    {
        var means = Enumerable.Range(0, 4).Select(Quarter).ToList();

        // A uniform number moves by lean / 6.
        means.Select(rows => Math.Round(rows.Average(row => row.Values[0]), 2)).ShouldBe([0.5, 0.58, 0.42, 0.53], 0.015);
        means.Select(rows => rows.Average(row => row.Values[2])).ShouldBe([0, 0.7, -0.5, 0.3], 0.05);
    }

    private static List<StreamRow> Quarter(int quarter) => [.. new CovariateShift().Make(Rows, 1).Skip(quarter * Rows / 4).Take(Rows / 4)];
}
