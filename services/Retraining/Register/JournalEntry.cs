namespace MonitoringDemo.Retraining.Register;

/// <summary>One line of the journal.</summary>
/// <param name="Seq">Counts from 1 without gaps.</param>
/// <param name="Hash">SHA-256 of the line without its hash; the next line names it.</param>
/// <param name="Row">One past the last row that had been read.</param>
/// <param name="Time">When, by the clock of the process; in lockstep the clock is made of rows.</param>
/// <param name="Happened">What.</param>
internal sealed record JournalEntry(long Seq, string Hash, long Row, DateTimeOffset Time, JournalEvent Happened);
