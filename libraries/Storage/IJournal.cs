namespace MonitoringDemo.Storage;

/// <summary>What happened, append-only and in order, numbered from 1 without gaps. Everything that the registry knows is folded from it.</summary>
public interface IJournal
{
    /// <summary>Every record of every deed that is whole, in order; also while another process appends.</summary>
    /// <exception cref="DamagedJournalException">What was kept does not hold.</exception>
    IReadOnlyList<JournalRecord> Read();

    /// <summary>As <see cref="Read"/>, from the record after one that was read before.</summary>
    /// <param name="after">Its number; 0 for the start.</param>
    /// <exception cref="DamagedJournalException">What was kept does not hold.</exception>
    IReadOnlyList<JournalRecord> ReadAfter(long after) => [.. Read().SkipWhile(record => record.Seq <= after)];

    /// <summary>Appends all that one deed has to say: a later reader sees all of it or none. The first record gets the number <paramref name="after"/> + 1.</summary>
    /// <param name="after">The last record that the deed builds on; 0 for none.</param>
    /// <param name="row">One past the last row of the inference log that had been read.</param>
    /// <param name="time">When, by the clock of the caller.</param>
    /// <param name="deed">The facts, in order; with none, nothing happens.</param>
    /// <returns>The <see cref="JournalRecord.Hash"/> of the last record of the deed; null for a deed of none.</returns>
    /// <exception cref="JournalConflictException">Another writer was there: nothing was appended, and nothing may be decided on what the caller knows.</exception>
    string? Append(long after, long row, DateTimeOffset time, IReadOnlyList<JournalFact> deed);
}
