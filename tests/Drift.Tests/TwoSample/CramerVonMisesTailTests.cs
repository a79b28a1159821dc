using MonitoringDemo.Drift.TwoSample;

namespace MonitoringDemo.Drift.Tests.TwoSample;

public sealed class CramerVonMisesTailTests
{
    // Anderson and Darling (1952), table 1; beyond it the same integral in arithmetic of many digits.
    [Theory]
    [InlineData(0.46136, 0.05)]
    [InlineData(0.74346, 0.01)]
    [InlineData(1.16786, 0.001)]
    [InlineData(2, 1.2780736e-5)]
    [InlineData(5, 3.0539290e-12)]
    [InlineData(20, 1.0972093e-44)]
    public void The_tail_keeps_its_digits_however_small_it_is(double statistic, double expected) =>
        CramerVonMisesLimit.Tail(statistic).ShouldBe(expected, 2e-5 * expected);

    [Fact]
    public void Samples_that_share_nothing_have_no_floor_under_their_p_value()
    {
        double[] reference = [.. Enumerable.Range(0, 200).Select(i => i / 200.0)];

        var result = new CramerVonMises().Test(reference, [.. reference.Select(value => value + 2)]);

        result.PValue.ShouldBeInRange(double.Epsilon, 1e-50);
    }
}
