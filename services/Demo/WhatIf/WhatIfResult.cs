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

    /// <summary>Of a live recording, the replay without a change that has no delays from the first difference on, as the changed one has none; null for others.</summary>
    public PlayedOutcome? Undelayed { get; init; }

    public OutcomeWindow? Between => Undelayed is null ? null : OutcomeWindow.Of(Undelayed, From);

    /// <summary>Right answers that the change costs, beside the replay under like conditions; negative where it gains some.</summary>
    public long RowsLost => After is { } after ? (Between ?? Before).Right - after.Right : 0;
}
