using System.Globalization;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>Values of features as people read them: five digits, no powers of ten, no country's habits.</summary>
internal static class ValueText
{
    public static string Of(double value) => Math.Abs(value) switch
    {
        >= 10_000 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 1 => value.ToString("G5", CultureInfo.InvariantCulture),
        _ => value.ToString("0.######", CultureInfo.InvariantCulture),
    };
}
