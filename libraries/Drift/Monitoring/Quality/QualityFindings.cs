using System.Globalization;
using MonitoringDemo.Drift.Monitoring.Findings;

namespace MonitoringDemo.Drift.Monitoring.Quality;

/// <summary>A break in a feature or in whole rows, told as a finding.</summary>
internal static class QualityFindings
{
    /// <param name="found">The proof; its places are those of a window that ends with the newest row.</param>
    /// <param name="check">The check that gave it.</param>
    /// <param name="feature">The column that is concerned; null when it is no single one.</param>
    /// <param name="subject">What is broken, with its verb.</param>
    /// <param name="what">What is wrong with it.</param>
    /// <param name="from">The first row of the window.</param>
    /// <param name="next">One past its last row.</param>
    public static DriftFinding Of(BreakFound found, string check, string? feature, string subject, string what, long from, long next)
    {
        var (onset, row) = (from + found.From, next - 1);
        return new DriftFinding(
            FindingIds.For(row, DriftFindingKind.DataQuality, feature ?? check), row, DriftFindingKind.DataQuality, feature,
            check, found.Evidence, found.Needed, onset, from, next,
            string.Create(CultureInfo.InvariantCulture, $"{subject} broken since row {onset:N0}: {what}."))
        {
            OnsetTo = from + found.Latest,
        };
    }
}
