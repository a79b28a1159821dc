using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Retraining.Decide;

namespace MonitoringDemo.Retraining.Tests.Decide;

public sealed class FallTestTests
{
    // Nats that the default error level of a confirmation asks for.
    private static readonly double Needed = -Math.Log(new PolicyOptions().ConfirmAlpha);

    [Theory]
    [InlineData(0.10, 40)]
    [InlineData(0.50, 120)]
    [InlineData(0.70, 900)]
    public void The_deeper_the_fall_the_fewer_rows_confirm_it(double accuracy, int within)
    {
        var rows = Enumerable.Range(1, 20).Select(seed => RowsToConfirm(seed, accuracy)).Order().ToList();

        rows[10].ShouldBeLessThan(within);
    }

    [Fact]
    public void What_did_not_fall_is_hardly_ever_confirmed_at_whatever_row_one_looks()
    {
        Enumerable.Range(1, 200).Count(seed => RowsToConfirm(seed, 0.80) < int.MaxValue).ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public void A_fall_that_is_over_is_none()
    {
        var test = new FallTest(2_000, 0.8, 0.02);
        for (var row = 0; row < 60; row++) test.Take(right: row % 5 == 0);
        var fallen = test.Standing.Evidence;

        for (var row = 0; row < 1_500; row++) test.Take(right: row % 10 != 0);

        (fallen > Needed, test.Standing.Evidence < Needed).ShouldBe((true, true));
    }

    private static int RowsToConfirm(int seed, double accuracy)
    {
        var (test, random) = (new FallTest(2_000, 0.8, 0.02), new SplitMix64((ulong)seed));
        for (var row = 1; row <= 3_000; row++)
        {
            test.Take(random.NextDouble() < accuracy);
            if (test.Standing.Evidence >= Needed) return row;
        }

        return int.MaxValue;
    }
}
