using MonitoringDemo.Drift.Channels;

namespace MonitoringDemo.Drift.Monitoring.Performance;

/// <summary>Which share of wrong answers is still as usual.</summary>
internal static class ErrorLimits
{
    /// <summary>Wilson's upper limit of the baseline, with a tail of 5e-4, and the margin.</summary>
    public static double Ceiling(BinaryChannel channel, MonitorOptions options)
    {
        const double Z = 3.3;
        double share = channel.Baseline, z2 = Z * Z / channel.ReferenceValues;
        return (share + z2 / 2 + Z * Math.Sqrt(share * (1 - share) / channel.ReferenceValues + z2 / (4 * channel.ReferenceValues))) / (1 + z2) + options.MarginFor(share);
    }

    /// <summary>The share of errors in the newest outcomes that counts as well again: what it was, the margin, and what chance adds in so few.</summary>
    public static double WellBelow(double usual, int outcomes, MonitorOptions options) =>
        usual + options.MarginFor(usual) + (1.2 * Math.Sqrt(usual * (1 - usual) / outcomes));
}
