using System.Runtime.Intrinsics;
using MonitoringDemo.Drift.DataQuality;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Tests.DataQuality;

public sealed class FeatureProfileTests
{
    private static readonly Feature Number = new("x", FeatureKind.Numeric, []);

    [Fact]
    public void The_band_holds_about_nine_tenths()
    {
        var random = new SplitMix64(1);
        double[] values = [.. Enumerable.Range(0, 5_000).Select(_ => random.NextNormal())];

        var profile = FeatureProfile.Of(Number, values);

        ((double)values.Count(value => value >= profile.Low && value <= profile.High) / 5_000).ShouldBeInRange(0.89, 0.95);
    }

    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(0.9, 19)]
    public void Inertia_tells_how_far_neighbours_hang_together(double correlation, double expected)
    {
        var random = new SplitMix64(2);
        var (values, last) = (new double[20_000], 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            last = correlation * last + Math.Sqrt(1 - correlation * correlation) * random.NextNormal();
            values[i] = 200_000 + 50_000 * last;
        }

        FeatureProfile.Of(Number, values).Inertia.ShouldBe(expected, 0.35 * expected);
    }

    [Fact]
    public void A_value_that_lasts_has_inertia_and_repeats_by_chance_have_none()
    {
        var random = new SplitMix64(3);
        double[] lasting = [.. Enumerable.Range(0, 4_000).Select(i => (double)(i / 48 % 7))];
        double[] mixed = [.. Enumerable.Range(0, 4_000).Select(_ => (double)random.NextInt(3))];

        FeatureProfile.Of(Number, lasting).Inertia.ShouldBeGreaterThan(20);
        FeatureProfile.Of(Number, mixed).Inertia.ShouldBe(1);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(-3.7)]
    [InlineData(210_000)]
    [InlineData(1e-7)]
    [InlineData(0)]
    public void A_magnitude_lies_between_its_edges(double value)
    {
        var bin = LogBins.IndexOf(value);

        LogBins.LowerEdge(bin).ShouldBeLessThanOrEqualTo(value);
        LogBins.UpperEdge(bin).ShouldBeGreaterThanOrEqualTo(value);
    }

    [Fact]
    public void Four_magnitudes_at_once_are_those_of_each()
    {
        var random = new SplitMix64(4);
        double[] values =
        [
            0, -0.0, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue,
            .. Enumerable.Range(0, 4_000).Select(_ => BitConverter.UInt64BitsToDouble(random.NextUInt64())).Where(value => !double.IsNaN(value)).Take(3_000),
        ];

        for (var i = 0; i < values.Length; i += 4)
        {
            var bins = LogBins.FromZero(Vector256.Create(values, i));
            for (var lane = 0; lane < 4; lane++) (LogBins.Zero + bins[lane]).ShouldBe(LogBins.IndexOf(values[i + lane]), $"{values[i + lane]:R}");
        }
    }
}
