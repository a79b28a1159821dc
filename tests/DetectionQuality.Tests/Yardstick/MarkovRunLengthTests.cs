using MonitoringDemo.DetectionQuality.Yardstick;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.DetectionQuality.Tests.Yardstick;

public sealed class MarkovRunLengthTests
{
    // Standard tables: slack 0.5 and height 5 give a mean run length of 465 values on both sides together, 930 on one.
    [Fact]
    public void The_threshold_of_the_tables_comes_out_for_normal_values()
    {
        const double runLength = 930;

        var threshold = MarkovRunLength.Threshold(y => Deterministic.NormalCdf(y + 0.5), runLength);

        threshold.ShouldBe(5.0, 0.01);
    }

    [Fact]
    public void The_distribution_of_twelve_uniforms_is_nearly_normal_and_ends_at_six()
    {
        var points = new[] { -6.0, -3.0, 0.0, 3.0, 6.0 };

        var cdf = points.Select(IrwinHall.Cdf).ToList();

        cdf[0].ShouldBe(0, 1e-15);
        cdf[1].ShouldBe(Deterministic.NormalCdf(-3), 5e-4);
        cdf[2].ShouldBe(0.5, 1e-9);
        cdf[3].ShouldBe(1 - cdf[1], 1e-12);
        cdf[4].ShouldBe(1, 1e-15);
    }
}
