using MonitoringDemo.Learning.Boosting;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Tests.Boosting;

public class RowGradientTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(690)]
    [InlineData(5_000)]
    public void Many_rows_at_once_get_the_bits_of_one_by_one(double spread)
    {
        var random = new SplitMix64(9);
        var logOdds = Enumerable.Range(0, 10_003).Select(i => i % 97 == 0 ? 0.0 : ((2 * random.NextDouble()) - 1) * spread).ToArray();
        var labels = Enumerable.Range(0, logOdds.Length).Select(i => (byte)(i % 3 == 0 ? 1 : 0)).ToArray();
        var gradients = new RowGradient[logOdds.Length];

        RowGradient.Find(logOdds, labels, gradients);

        gradients.ShouldBe(logOdds.Zip(labels, RowGradient.Of));
    }
}
