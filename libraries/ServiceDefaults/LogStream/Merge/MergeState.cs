namespace MonitoringDemo.ServiceDefaults.LogStream.Merge;

/// <summary>What a merged log's own records do not tell.</summary>
/// <param name="MergedFrom">The first record that does not stand there as it was written; null while one log alone was copied.</param>
/// <param name="Logs">How far each log has been taken: what was left out stands nowhere.</param>
/// <param name="Waiting">Outcomes whose rows have not come.</param>
/// <param name="Repeats">Rows that were left out since they stand there already.</param>
internal sealed record MergeState(long? MergedFrom, IReadOnlyList<TakenLog> Logs, IReadOnlyList<WaitingOutcome> Waiting, IReadOnlyList<RepeatedRows> Repeats)
{
    /// <summary>What still holds when the merged log has lost its end: how far each log was taken is what stands there.</summary>
    /// <param name="end">The record that comes next there now.</param>
    public MergeState CutAt(long end) => this with { MergedFrom = MergedFrom > end ? null : MergedFrom, Logs = [.. Logs.Select(log => log with { NextOrdinal = 0, NextRow = 0 })] };
}

/// <summary>How far one log has been taken.</summary>
internal sealed record TakenLog(string Log, long First, long NextOrdinal, long NextRow);

/// <summary>An outcome whose row has not come.</summary>
/// <param name="Id">The number in the prediction's id.</param>
/// <param name="Label">0 or 1.</param>
internal sealed record WaitingOutcome(long Id, byte Label);

/// <summary>Rows that one log answered after another had answered the same request.</summary>
/// <param name="Log">The log that they were left out of.</param>
/// <param name="Row">The first one there.</param>
/// <param name="At">Where the other's stand in the merged log.</param>
/// <param name="Count">How many.</param>
internal sealed record RepeatedRows(string Log, long Row, long At, int Count);
