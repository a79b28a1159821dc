using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Register;

/// <summary>One record of the journal, understood.</summary>
/// <param name="Seq">Counts from 1 without gaps.</param>
/// <param name="Row">One past the last row that had been read.</param>
/// <param name="Time">When, by the clock of the process; in lockstep the clock is made of rows.</param>
/// <param name="Happened">What.</param>
internal sealed record JournalEntry(long Seq, long Row, DateTimeOffset Time, JournalEvent Happened)
{
    /// <exception cref="DamagedJournalException">A record says what cannot be understood.</exception>
    public static IEnumerable<JournalEntry> In(IJournal journal) => Of(journal.Read());

    /// <inheritdoc cref="In"/>
    public static IEnumerable<JournalEntry> Of(IReadOnlyList<JournalRecord> records) =>
        records.Select(record => new JournalEntry(record.Seq, record.Row, record.Time, JournalEventTypes.Read(record)));
}
