using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests;

/// <summary>What every test of many features at once promises; a new one is found by itself.</summary>
public sealed class MultivariateTestContractTests
{
    public static TheoryData<string> Names => [.. Find().Select(test => test.Name)];

    [Fact]
    public void Names_are_unique() => Find().Select(test => test.Name).ShouldBeUnique();

    [Theory]
    [MemberData(nameof(Names))]
    public void Empty_missing_single_and_constant_rows_are_not_computable(string name)
    {
        var rows = Normal(seed: 1, rows: 50, dimensions: 2);
        double[] missing = [.. Enumerable.Repeat(new[] { 1, double.NaN, double.PositiveInfinity, 2 }, 20).SelectMany(row => row)];
        double[] constant = [.. Enumerable.Repeat(3.0, 60)];
        double[][] odd = [[], [1, 2], missing];
        foreach (var sample in odd)
        {
            Get(name).Test(sample, rows, 2, 1).IsComputable.ShouldBeFalse();
            Get(name).Test(rows, sample, 2, 1).IsComputable.ShouldBeFalse();
            Get(name).Test(sample, sample, 2, 1).IsComputable.ShouldBeFalse();
        }

        Get(name).Test(constant, constant, 2, 1).IsComputable.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Odd_rows_are_answered_without_an_exception(string name)
    {
        var normal = Normal(seed: 2, rows: 30, dimensions: 2);
        double[] huge = [.. normal.Select(value => value * 1e300)];
        double[] tiny = [.. normal.Select(value => value * 1e-300)];
        double[] oneConstant = [.. normal.Select((value, i) => i % 2 == 0 ? value : 7)];
        double[] ties = [.. normal.Select(value => value > 0 ? 1.0 : 0)];
        double[][] samples = [huge, tiny, oneConstant, ties, normal];
        foreach (var reference in samples)
        {
            foreach (var current in samples)
            {
                var result = Get(name).Test(reference, current, 2, 1);

                (double.IsNaN(result.PValue) || result.PValue is > 0 and <= 1).ShouldBeTrue();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_row_with_a_missing_value_is_left_out(string name)
    {
        var (reference, current) = (Normal(seed: 3, rows: 60, dimensions: 3), Normal(seed: 4, rows: 60, dimensions: 3));
        double[] with = [1, double.NaN, 1, .. current, 9, 9, double.NegativeInfinity];

        var result = Get(name).Test(reference, with, 3, 1);

        result.ShouldBe(Get(name).Test(reference, current, 3, 1));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_runs_give_the_same_bits_and_a_plain_shift_shows(string name)
    {
        var (reference, same, moved) = (Normal(5, 200, 3), Normal(6, 200, 3), Normal(7, 200, 3, mean: 1));

        var (one, two, drifted) = (Get(name).Test(reference, same, 3, 9), Get(name).Test(reference, same, 3, 9), Get(name).Test(reference, moved, 3, 9));

        two.ShouldBe(one);
        drifted.Statistic.ShouldBeGreaterThan(one.Statistic + 0.1);
        (double.IsNaN(drifted.PValue) || drifted.PValue < 0.01).ShouldBeTrue();
        (double.IsNaN(drifted.PValue) ? double.IsNaN(Get(name).LeastPValue) : drifted.PValue >= Get(name).LeastPValue).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_that_make_no_whole_rows_are_refused(string name)
    {
        Should.Throw<ArgumentException>(() => Get(name).Test([1, 2, 3], [1, 2], 2, 1)).Message.ShouldContain("whole rows of 2");
        Should.Throw<ArgumentException>(() => Get(name).Test([1, 2], [1, 2], 0, 1));
    }

    internal static double[] Normal(ulong seed, int rows, int dimensions, double mean = 0)
    {
        var random = new SplitMix64(seed);
        return [.. Enumerable.Range(0, rows * dimensions).Select(_ => mean + random.NextNormal())];
    }

    private static List<IMultivariateTest> Find() =>
        [.. Implementations.Of<IMultivariateTest>([typeof(IMultivariateTest).Assembly], publicOnly: true).OrderBy(type => type.FullName, StringComparer.Ordinal).Make<IMultivariateTest>()];

    private static IMultivariateTest Get(string name) => Find().Single(test => test.Name == name);
}
