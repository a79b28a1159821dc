namespace MonitoringDemo.Storage.Tests;

/// <summary>The least that keeps the contract: a list.</summary>
internal sealed class MemoryJournal : IJournal
{
    private readonly List<JournalRecord> _records = [];

    public IReadOnlyList<JournalRecord> Read() => [.. _records];

    public void Append(long after, long row, DateTimeOffset time, IReadOnlyList<JournalFact> deed)
    {
        if (deed.Count == 0) return;
        if (after != _records.Count) throw new JournalConflictException(after, $"the journal is at entry {_records.Count}");
        _records.AddRange(deed.Select((fact, i) => new JournalRecord(after + 1 + i, row, time, fact)));
    }
}
