using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Tests.Numerics;

public class GaussLegendreTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(32)]
    public void Powers_up_to_twice_the_points_less_one_are_integrated_exactly(int n)
    {
        var (points, weights) = GaussLegendre.Rule(n);

        for (var power = 0; power < 2 * n; power++)
        {
            var integral = points.Zip(weights, (point, weight) => weight * Deterministic.Pow(point, power)).Sum();
            integral.ShouldBe(1.0 / (power + 1), 2e-15);
        }

        points.ShouldBeInOrder();
        points.ShouldAllBe(point => point > 0 && point < 1);
    }

    [Fact]
    public void Two_points_are_those_of_the_textbook()
    {
        var (points, weights) = GaussLegendre.Rule(2);

        points[0].ShouldBe(0.5 - (0.5 / Math.Sqrt(3)), 1e-16);
        points[1].ShouldBe(0.5 + (0.5 / Math.Sqrt(3)), 1e-16);
        weights.ShouldAllBe(weight => Math.Abs(weight - 0.5) < 1e-15);
    }
}
