using MonitoringDemo.Learning.Evaluation;

namespace MonitoringDemo.Learning.Tests.Evaluation;

public class SerialDependenceTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.8)]
    public void On_an_autoregression_it_is_near_the_true_factor(double rho)
    {
        // Variance of the mean of an AR(1) times n, over its variance: (1 + rho) / (1 - rho).
        var truth = (1 + rho) / (1 - rho);

        var mean = Enumerable.Range(1, 60).Average(seed => SerialDependence.Factor(Series.Autoregression(1000, rho, (ulong)seed)));

        (mean / truth).ShouldBeInRange(0.85, 1.15);
    }

    [Fact]
    public void Values_that_alternate_or_never_change_or_are_few_count_as_independent()
    {
        SerialDependence.Factor(Series.Autoregression(1000, -0.5, 1)).ShouldBe(1.0);
        SerialDependence.Factor(new double[100]).ShouldBe(1.0);
        SerialDependence.Factor([1, 1, 0, 0]).ShouldBe(1.0);
    }
}
