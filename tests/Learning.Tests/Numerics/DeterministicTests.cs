using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Tests.Fixtures;

namespace MonitoringDemo.Learning.Tests.Numerics;

public class DeterministicTests
{
    [Theory]
    [InlineData("exp", 2)]
    [InlineData("log", 2)]
    [InlineData("normalCdf", 32)]
    [InlineData("normalQuantile", 8)]
    public void A_function_agrees_with_values_computed_in_sixty_digits(string name, long units)
    {
        Func<double, double> function = name switch
        {
            "exp" => Deterministic.Exp,
            "log" => Deterministic.Log,
            "normalCdf" => Deterministic.NormalCdf,
            _ => Deterministic.NormalQuantile,
        };

        foreach (var pair in Fixture.Json("numerics.json").GetProperty(name).EnumerateArray().Select(p => p.Doubles()))
        {
            var actual = function(pair[0]);

            UnitsApart(actual, pair[1]).ShouldBeLessThanOrEqualTo(units, $"{name}({pair[0]:R}) = {actual:R}, not {pair[1]:R}");
        }
    }

    [Fact]
    public void Exp_and_log_stay_within_three_units_of_the_platform_over_their_whole_range()
    {
        var random = new SplitMix64(1);
        long worstExp = 0, worstLog = 0;

        for (var i = 0; i < 200_000; i++)
        {
            var x = (random.NextDouble() * 1416) - 708;
            worstExp = Math.Max(worstExp, UnitsApart(Deterministic.Exp(x), Math.Exp(x)));
            var y = Math.Exp(x * (i % 2 == 0 ? 1 : 1e-3));
            worstLog = Math.Max(worstLog, UnitsApart(Deterministic.Log(y), Math.Log(y)));
        }

        worstExp.ShouldBeLessThanOrEqualTo(3);
        worstLog.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public void The_ends_of_the_ranges_are_kept()
    {
        Deterministic.Exp(710).ShouldBe(double.PositiveInfinity);
        Deterministic.Exp(-746).ShouldBe(0.0);
        Deterministic.Exp(double.NaN).ShouldBe(double.NaN);
        Deterministic.Log(0).ShouldBe(double.NegativeInfinity);
        Deterministic.Log(-1).ShouldBe(double.NaN);
        Deterministic.Log(double.PositiveInfinity).ShouldBe(double.PositiveInfinity);
        Deterministic.Sigmoid(double.PositiveInfinity).ShouldBe(1.0);
        Deterministic.Sigmoid(double.NegativeInfinity).ShouldBe(0.0);
        Deterministic.NormalQuantile(0).ShouldBe(double.NegativeInfinity);
        Deterministic.NormalQuantile(1).ShouldBe(double.PositiveInfinity);
        Deterministic.NormalQuantile(-0.1).ShouldBe(double.NaN);
        Deterministic.NormalCdf(double.NegativeInfinity).ShouldBe(0.0);
        Deterministic.NormalCdf(double.PositiveInfinity).ShouldBe(1.0);
        Deterministic.Log1p(1e-20).ShouldBe(1e-20);
        Deterministic.Pow(2, -3).ShouldBe(0.125);
    }

    [Fact]
    public void The_bits_are_those_of_every_other_machine()
    {
        var random = new SplitMix64(7);
        ulong folded = 0;

        for (var i = 0; i < 10_000; i++)
        {
            var x = (random.NextDouble() * 40) - 20;
            foreach (var y in (double[])[Deterministic.Exp(x), Deterministic.Log(x * x), Deterministic.Sigmoid(x), Deterministic.NormalCdf(x), random.NextNormal()])
                folded = SplitMix64.Mix(folded, BitConverter.DoubleToUInt64Bits(y));
        }

        folded.ShouldBe(14905842125866436763UL);
    }

    private static long UnitsApart(double a, double b) => Math.Abs(BitConverter.DoubleToInt64Bits(a + 0.0) - BitConverter.DoubleToInt64Bits(b + 0.0));
}
