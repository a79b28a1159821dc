namespace MonitoringDemo.Demo.WhatIf;

/// <summary>A recording as it was, and as it would have been.</summary>
/// <param name="Subject">The incident or the scenario.</param>
/// <param name="From">The row from which on both are compared: its onset.</param>
/// <param name="Rows">One past the last row of the recording.</param>
/// <param name="Changes">What was other; none where only the replay was asked for.</param>
/// <param name="Recorded">The replay without a change, which is what was recorded.</param>
/// <param name="Changed">The replay with it; null where there was none.</param>
/// <param name="FirstDifference">Where that first went another way; null where it never did.</param>
internal sealed record WhatIfResult(string Subject, long From, long Rows, IReadOnlyList<string> Changes, PlayedOutcome Recorded, PlayedOutcome? Changed, RewindDifference? FirstDifference)
{
    public OutcomeWindow Before => OutcomeWindow.Of(Recorded, From);

    public OutcomeWindow? After => Changed is null ? null : OutcomeWindow.Of(Changed, From);

    /// <summary>Right answers that the change costs; negative where it gains some.</summary>
    public long RowsLost => After is { } after ? Before.Right - after.Right : 0;
}
