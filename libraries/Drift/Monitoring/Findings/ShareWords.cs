using System.Globalization;

namespace MonitoringDemo.Drift.Monitoring.Findings;

/// <summary>A share in percent, with the digits that it needs to be told from none.</summary>
internal static class ShareWords
{
    private const double FewPercent = 0.02;

    public static string Of(double share) => (100 * share).ToString(share is > 0 and < FewPercent ? "0.##" : "F0", CultureInfo.InvariantCulture) + " %";
}
