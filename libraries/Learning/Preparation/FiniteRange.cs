namespace MonitoringDemo.Learning.Preparation;

/// <summary>
/// Numeric inputs beyond ±1e300, infinities included, count as ±1e300, in training and in scoring alike: differences and
/// products of such values stay finite, and the order of the values is kept. NaN means missing and passes through.
/// </summary>
internal static class FiniteRange
{
    public const double Limit = 1e300;

    public static double Clamp(double value) => Math.Clamp(value, -Limit, Limit);
}
