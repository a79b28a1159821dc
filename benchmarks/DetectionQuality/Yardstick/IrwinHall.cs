namespace MonitoringDemo.DetectionQuality.Yardstick;

/// <summary>The sum of twelve uniforms, less 6: what the streams call normal.</summary>
internal static class IrwinHall
{
    private const int Terms = 12;
    private const double Factorial = 479_001_600;

    /// <summary>Probability of a value up to <paramref name="x"/>.</summary>
    public static double Cdf(double x) => x > 0 ? 1 - Lower(-x) : Lower(x);

    private static double Lower(double x)
    {
        var sum = 0.0;
        var choose = 1.0;
        for (var k = 0; k <= x + Terms / 2.0; k++)
        {
            sum += choose * Power(x + Terms / 2.0 - k);
            choose *= -(Terms - k) / (k + 1.0);
        }

        return Math.Max(0, sum / Factorial);
    }

    private static double Power(double x)
    {
        var cube = x * x * x;
        return cube * cube * cube * cube;
    }
}
