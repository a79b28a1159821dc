using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Tests.Fixtures;

namespace MonitoringDemo.Learning.Tests.Evaluation;

public class BlockLengthsTests
{
    [Fact]
    public void The_automatic_length_is_that_of_the_paper_as_numpy_computes_it()
    {
        var expected = Fixture.Json("evaluation.json").GetProperty("blockLengths").EnumerateArray().ToList();

        var lengths = expected.Select(entry => BlockLengths.Automatic(entry.GetProperty("series").Doubles()));

        lengths.ShouldBe(expected.Select(entry => entry.GetProperty("length").GetInt32()));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.8)]
    public void On_an_autoregression_it_is_near_the_best_length_there_is(double rho)
    {
        const int Rows = 2000;
        var best = Cube(6 * rho * rho / ((1 - (rho * rho)) * (1 - (rho * rho))) * Rows);

        var mean = Enumerable.Range(1, 40).Average(seed => BlockLengths.Automatic(Series.Autoregression(Rows, rho, (ulong)seed)));

        (mean / best).ShouldBeInRange(0.75, 1.4);
    }

    [Fact]
    public void Independent_rows_and_rows_without_any_spread_need_next_to_none()
    {
        var mean = Enumerable.Range(1, 40).Average(seed => BlockLengths.Automatic(Series.Autoregression(2000, 0, (ulong)seed)));

        mean.ShouldBeLessThan(5);
        BlockLengths.Automatic(new double[100]).ShouldBe(1);
        BlockLengths.Automatic([1, 0, 1]).ShouldBe(1);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(8, 2)]
    [InlineData(9, 3)]
    [InlineData(1000, 10)]
    public void The_cube_root_is_rounded_up(int rows, int length)
    {
        BlockLengths.CubeRoot(rows).ShouldBe(length);
    }

    private static double Cube(double x) => Deterministic.Exp(Deterministic.Log(x) / 3);
}
