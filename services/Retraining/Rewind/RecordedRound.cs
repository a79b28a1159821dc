namespace MonitoringDemo.Retraining.Rewind;

/// <summary>A round of retraining that changed something, as it was recorded.</summary>
/// <param name="From">The record of the log up to which no round had changed anything since the one before.</param>
/// <param name="To">The record of the log before which it stopped reading.</param>
/// <param name="LastSeq">The last entry of the journal after it.</param>
/// <param name="Took">The messages about findings and releases that it took in, by their <see cref="RecordedJournal.KeyOf"/>.</param>
/// <param name="Commands">What people and scenarios had ordered by then.</param>
public sealed record RecordedRound(long From, long To, long LastSeq, IReadOnlyList<string> Took, IReadOnlyList<RecordedCommand> Commands);
