using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Tests.Evaluate;

public sealed class ValueTextTests
{
    [Theory]
    [InlineData(2_447_400.4, "2,447,400")]
    [InlineData(-11.43421, "-11.434")]
    [InlineData(0.0000371, "0.000037")]
    [InlineData(0, "0")]
    [InlineData(9_999.96, "10000")]
    public void A_value_has_five_digits_and_no_power_of_ten(double value, string expected)
    {
        ValueText.Of(value).ShouldBe(expected);
    }
}
