using System.Globalization;

namespace MonitoringDemo.Demo.Cases;

/// <summary>How a case study writes its values.</summary>
internal static class CaseText
{
    private static readonly DateTime s_began = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static string Number(double value, int decimals = 0) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);

    public static string YesNo(bool value) => value ? "yes" : "no";

    /// <summary>So many minutes after the first day began.</summary>
    public static string Minute(int minutes) => s_began.AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Where a value was not measured.</summary>
    public const string Missing = "";
}
