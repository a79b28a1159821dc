using MonitoringDemo.LiveStory.Playing;

namespace MonitoringDemo.LiveStory.Measuring;

/// <summary>Whether the alert that performance dropped told the truth about a press.</summary>
/// <param name="RaisedAt">The first row at which one was open after the first outcome that could show the change; null when none was.</param>
/// <param name="ResolvedAt">The row at which the last of them was resolved; null while one is open.</param>
/// <param name="ResolvedBeforeRecovery">Rows at which one was called resolved while accuracy was down.</param>
internal sealed record AlertTold(long? RaisedAt, long? ResolvedAt, IReadOnlyList<long> ResolvedBeforeRecovery)
{
    private const string Name = "PerformanceDropped";

    public static AlertTold Measure(IReadOnlyList<AlertShown> alerts, AccuracyRecovery recovery, long firstOutcome, long end)
    {
        // One that was over before any outcome of the change is about something else.
        var told = alerts.Where(alert => alert.Name == Name && alert.RaisedAtRow < end && (alert.ResolvedAtRow is null || alert.ResolvedAtRow >= firstOutcome)).ToList();
        return new AlertTold(
            told.Count == 0 ? null : told.Min(alert => Math.Max(alert.RaisedAtRow, firstOutcome)),
            told.Count == 0 || told.Any(alert => alert.ResolvedAtRow is null || alert.ResolvedAtRow >= end) ? null : told.Max(alert => alert.ResolvedAtRow),
            [.. told.Select(alert => alert.ResolvedAtRow).OfType<long>().Where(row => row < end && recovery.IsDownAt(row)).Order()]);
    }
}
