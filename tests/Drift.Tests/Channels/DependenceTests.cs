using MonitoringDemo.Drift.Channels;

namespace MonitoringDemo.Drift.Tests.Channels;

public sealed class DependenceTests
{
    [Fact]
    public void Independent_values_show_none()
    {
        for (ulong seed = 1; seed <= 50; seed++)
        {
            var scores = Streams.Normal(seed, 5_000);

            (Dependence.Correlation(scores), Dependence.Inflation(scores)).ShouldBe((0, 1), $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(-0.4)]
    public void The_correlation_of_neighbours_is_found(double correlation)
    {
        Dependence.Correlation(Streams.Autoregressive(1, 10_000, correlation)).ShouldBe(correlation, 0.03);
    }

    [Fact]
    public void Values_that_wander_together_count_for_less()
    {
        // A level that wanders under much noise: neighbours hardly correlate, long stretches do.
        double[] scores = [.. Streams.Autoregressive(1, 20_000, 0.98).Zip(Streams.Normal(2, 20_000), (level, noise) => 0.3 * level + noise)];

        Dependence.Inflation(scores).ShouldBeGreaterThan(3);
    }
}
