namespace MonitoringDemo.Storage;

/// <summary>One record of a journal.</summary>
/// <param name="Seq">Counts from 1 without gaps.</param>
/// <param name="Row">One past the last row of the inference log that had been read.</param>
/// <param name="Time">When, by the clock of the process; in lockstep the clock is made of rows.</param>
/// <param name="Fact">What.</param>
/// <param name="Hash">SHA-256 of its line without the hash, in lower-case hexadecimal: it covers every record before it.</param>
public sealed record JournalRecord(long Seq, long Row, DateTimeOffset Time, JournalFact Fact, string Hash);
