using MonitoringDemo.Learning;

namespace MonitoringDemo.Drift.Tests;

/// <summary>What every two-sample test promises; a new one is found by itself.</summary>
public sealed class TwoSampleTestContractTests
{
    // Missing values have a bin of their own there: their share is part of what it compares.
    private const string CountsMissing = "psi";

    public static TheoryData<string> Names => [.. Find().Select(test => test.Name)];

    [Fact]
    public void Names_are_unique() => Find().Select(test => test.Name).ShouldBeUnique();

    [Theory]
    [MemberData(nameof(Names))]
    public void What_holds_no_value_is_not_computable(string name)
    {
        var test = Get(name);

        test.Test([], [1, 2, 3]).IsComputable.ShouldBeFalse();
        test.Test([1, 2, 3], []).IsComputable.ShouldBeFalse();
        test.Test([], []).IsComputable.ShouldBeFalse();
        if (name != CountsMissing) test.Test([double.NaN, double.PositiveInfinity], [1, 2, 3]).IsComputable.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Odd_samples_are_answered_without_an_exception(string name)
    {
        double[][] samples = [[], [double.NaN], [double.PositiveInfinity, double.NegativeInfinity], [7], [7, 7, 7], [0, -0.0, 1e-300, double.Epsilon], [1, 2, double.NaN, 3]];
        foreach (var reference in samples)
        {
            foreach (var current in samples)
            {
                var result = Get(name).Test(reference, current);

                (double.IsNaN(result.PValue) || result.PValue is >= 0 and <= 1).ShouldBeTrue();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Constant_tied_and_single_values_that_stay_the_same_are_no_finding(string name)
    {
        double[] ties = [.. Enumerable.Range(0, 2_000).Select(i => (double)(i % 4))];
        double[][] samples = [[7], [.. Enumerable.Repeat(0.3, 1_000)], ties];
        foreach (var sample in samples)
        {
            var result = Get(name).Test(sample, sample);

            (double.IsNaN(result.PValue) || result.PValue > 0.2).ShouldBeTrue($"{sample.Length} values: {result}");
        }
    }

    private static List<ITwoSampleTest> Find() =>
        [.. Implementations.Of<ITwoSampleTest>([typeof(ITwoSampleTest).Assembly], publicOnly: true).OrderBy(type => type.FullName, StringComparer.Ordinal).Make<ITwoSampleTest>()];

    private static ITwoSampleTest Get(string name) => Find().Single(test => test.Name == name);
}
