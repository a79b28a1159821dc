using System.Globalization;
using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Rows;

namespace MonitoringDemo.Drift.Monitoring.Distribution;

/// <summary>Makes a finding of a channel whose evidence is complete, and ends it when the channel has calmed down or another champion serves.</summary>
internal sealed class ShiftFindings(MonitorOptions options)
{
    private const int OnsetReach = 5_000;

    /// <summary>The evidence says that it is no chance; the effect, that it matters.</summary>
    /// <param name="channel">One without a finding.</param>
    /// <param name="since">No onset before this row.</param>
    /// <param name="next">One past the newest row that was weighed.</param>
    public void TryOpen(DriftChannel channel, RowRing ring, long since, long next, FindingBook book)
    {
        var earliest = Math.Max(Math.Max(next - OnsetReach, ring.First), since);
        if (channel.Locate(ring, earliest, next) is not { } found || found.Effect < options.LeastPsi)
        {
            channel.Calm();
            return;
        }

        var row = ring.Next - 1;
        var (subject, origin) = channel.IsOfAnswers ? ("The model's answer", "its first answers") : channel.Name is null ? ("The model's score", "its first scores") : (channel.Name, "the training rows");
        var interval = found.OnsetFrom == found.OnsetTo ? "" : string.Create(CultureInfo.InvariantCulture, $" (between {found.OnsetFrom:N0} and {found.OnsetTo:N0})");
        channel.Finding = new DriftFinding(
            FindingIds.For(row, DriftFindingKind.DataDrift, channel.Name), row, DriftFindingKind.DataDrift, channel.Name, channel.Detector,
            found.Effect, options.LeastPsi, found.Onset, Math.Max(earliest, next - options.DriftWindow), next,
            string.Create(CultureInfo.InvariantCulture, $"{subject} moved away from {origin} at about row {found.Onset:N0}{interval}: {channel.Describe(found)}; stability index {found.Effect:F2}, {options.LeastPsi:F2} counts as drift."))
        {
            OnsetFrom = found.OnsetFrom,
            OnsetTo = found.OnsetTo,
        };
        book.Add(channel.Finding);
    }

    /// <summary>Ends a channel's finding once its window is like the reference again.</summary>
    public void TryEnd(DriftChannel channel, RowRing ring, FindingBook book)
    {
        if (!channel.HasCalmedDown()) return;
        // The oldest row of the first calm window.
        var endedAt = ring.Next - (long)(channel.ChecksSinceCalm - 1) * options.DriftStep - options.DriftWindow;
        End(channel, endedAt, ring.Next - 1, book);
        channel.Calm();
    }

    /// <summary>Ends a channel's finding, if it has one.</summary>
    /// <param name="endedAt">The first row after it; never before its onset.</param>
    /// <param name="row">The newest row.</param>
    public static void End(DriftChannel channel, long endedAt, long row, FindingBook book)
    {
        if (channel.Finding is not { } open) return;
        book.End(open, Math.Max(endedAt, open.Onset), row);
        channel.Finding = null;
    }
}
