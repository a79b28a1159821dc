using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Tests.Numerics;

public class NumberSortTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_999)]
    [InlineData(2_000)]
    [InlineData(50_001)]
    public void Numbers_of_any_size_and_sign_are_sorted_as_the_platform_sorts_them(int count)
    {
        var random = new SplitMix64(5);
        var values = Enumerable.Range(0, count).Select(_ => random.NextNormal() * Math.Pow(10, random.NextInt(600) - 300)).ToArray();
        var expected = values.Order().ToArray();

        NumberSort.Sort(values);

        values.ShouldBe(expected);
    }

    [Fact]
    public void Equal_numbers_infinities_and_zeros_of_both_signs_are_sorted()
    {
        double[] some = [0.0, -0.0, 1, -1, double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon, double.PositiveInfinity, double.NegativeInfinity];
        var values = Enumerable.Range(0, 4_000).Select(i => some[i % some.Length]).ToArray();
        var expected = values.Order().ToArray();

        NumberSort.Sort(values);

        values.ShouldBe(expected);
    }
}
