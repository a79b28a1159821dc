namespace MonitoringDemo.Storage.Tests;

/// <summary>The least that keeps the contract: a list.</summary>
internal sealed class MemoryJournal : IJournal
{
    private readonly List<JournalRecord> _records = [];

    public IReadOnlyList<JournalRecord> Read() => [.. _records];

    public string? Append(long after, long row, DateTimeOffset time, IReadOnlyList<JournalFact> deed)
    {
        if (after != _records.Count && deed.Count > 0) throw new JournalConflictException(after, $"the journal is at entry {_records.Count}");
        for (var i = 0; i < deed.Count; i++)
        {
            var hash = JournalLine.Write(after + 1 + i, _records.LastOrDefault()?.Hash ?? JournalLine.Genesis, deed.Count - 1 - i, row, time, deed[i]).Hash;
            _records.Add(new JournalRecord(after + 1 + i, row, time, deed[i], hash));
        }

        return deed.Count == 0 ? null : _records[^1].Hash;
    }
}
