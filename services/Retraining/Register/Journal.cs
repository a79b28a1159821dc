namespace MonitoringDemo.Retraining.Register;

/// <summary>The append-only, hash-chained file from which everything the registry knows is folded.</summary>
internal sealed class Journal : IDisposable
{
    private readonly FileStream _file;
    private readonly FileStream _lock;
    private string _last = JournalLine.Genesis;
    private long _seq;

    private Journal(FileStream file, FileStream @lock) => (_file, _lock) = (file, @lock);

    /// <summary>Opens the journal, cuts what a dying process left half written, and checks the chain.</summary>
    /// <exception cref="DamagedJournalException">A line that was complete does not hold.</exception>
    public static Journal Open(string path, out IReadOnlyList<JournalEntry> entries)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        // A lock file beside it: the journal itself stays readable for everybody.
        var @lock = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        try
        {
            var journal = new Journal(file, @lock);
            entries = journal.Recover();
            return journal;
        }
        catch
        {
            file.Dispose();
            @lock.Dispose();
            throw;
        }
    }

    /// <summary>Appends everything one deed has to say in one write: a later reader sees all of it or none.</summary>
    public IReadOnlyList<JournalEntry> Append(long row, DateTimeOffset time, IReadOnlyList<JournalEvent> happened)
    {
        if (happened.Count == 0) return [];

        var entries = new List<JournalEntry>(happened.Count);
        using var lines = new MemoryStream();
        var (last, seq) = (_last, _seq);
        for (var i = 0; i < happened.Count; i++)
        {
            var (line, hash) = JournalLine.Write(++seq, last, happened.Count - 1 - i, row, time, happened[i]);
            lines.Write(line);
            entries.Add(new JournalEntry(seq, hash, row, time, happened[i]));
            last = hash;
        }

        _file.Write(lines.GetBuffer().AsSpan(0, (int)lines.Length));
        _file.Flush();
        (_last, _seq) = (last, seq);
        return entries;
    }

    public void Dispose()
    {
        _file.Dispose();
        _lock.Dispose();
    }

    /// <summary>The entries of every deed that is whole, in order.</summary>
    /// <exception cref="DamagedJournalException">A line that was complete does not hold.</exception>
    public static List<JournalEntry> Read(ReadOnlySpan<byte> bytes) => Read(bytes, out _);

    private static List<JournalEntry> Read(ReadOnlySpan<byte> bytes, out int wholeBytes)
    {
        var entries = new List<JournalEntry>();
        var last = JournalLine.Genesis;
        var (start, whole, wholeCount) = (0, 0, 0);
        while (start < bytes.Length)
        {
            var length = bytes[start..].IndexOf((byte)'\n');
            if (length < 0) break;
            var (entry, more) = JournalLine.Read(bytes.Slice(start, length), last, entries.Count + 1);
            entries.Add(entry);
            last = entry.Hash;
            start += length + 1;
            if (more == 0) (whole, wholeCount) = (start, entries.Count);
        }

        entries.RemoveRange(wholeCount, entries.Count - wholeCount);
        wholeBytes = whole;
        return entries;
    }

    private List<JournalEntry> Recover()
    {
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        var entries = Read(bytes, out var whole);
        (_last, _seq) = (entries.Count == 0 ? JournalLine.Genesis : entries[^1].Hash, entries.Count);
        if (whole < bytes.Length) _file.SetLength(whole);
        _file.Seek(whole, SeekOrigin.Begin);
        return entries;
    }
}
