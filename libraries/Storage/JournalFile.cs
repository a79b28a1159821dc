namespace MonitoringDemo.Storage;

/// <summary>The journal as one hash-chained file of lines, <c>journal.jsonl</c>. Whoever appends first holds it until disposed of. Appending is for one thread.</summary>
/// <param name="directory">The registry's; created when first appended to.</param>
public sealed class JournalFile(string directory) : IJournal, IDisposable
{
    private readonly string _path = Path.Combine(Path.GetFullPath(directory), "journal.jsonl");
    private FileStream? _lock;
    private FileStream? _file;
    private string _last = JournalLine.Genesis;
    private long _seq;

    /// <inheritdoc/>
    public IReadOnlyList<JournalRecord> Read()
    {
        if (!File.Exists(_path)) return [];

        using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        return Read(bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)), out _, out _);
    }

    /// <inheritdoc/>
    /// <remarks>The first call cuts what a dying process left half written, and the next one what a full disk did.</remarks>
    public string? Append(long after, long row, DateTimeOffset time, IReadOnlyList<JournalFact> deed)
    {
        ArgumentNullException.ThrowIfNull(deed);
        if (deed.Count == 0) return null;

        var file = _file ?? Claim(after);
        if (after != _seq) throw new JournalConflictException(after, FormattableString.Invariant($"the journal is at entry {_seq}"));

        using var lines = new MemoryStream();
        var (last, seq) = (_last, _seq);
        for (var i = 0; i < deed.Count; i++)
        {
            (var line, last) = JournalLine.Write(++seq, last, deed.Count - 1 - i, row, time, deed[i]);
            lines.Write(line);
        }

        try
        {
            file.Write(lines.GetBuffer().AsSpan(0, (int)lines.Length));
            file.Flush();
            (_last, _seq) = (last, seq);
            return last;
        }
        catch
        {
            // Perhaps half of it stands there: the next append claims the file anew and cuts that.
            Dispose();
            throw;
        }
    }

    /// <summary>Lets another process append.</summary>
    public void Dispose()
    {
        _file?.Dispose();
        _lock?.Dispose();
        (_file, _lock) = (null, null);
    }

    private static List<JournalRecord> Read(ReadOnlySpan<byte> bytes, out int wholeBytes, out string lastHash)
    {
        var records = new List<JournalRecord>();
        (wholeBytes, lastHash) = (0, JournalLine.Genesis);
        var (start, wholeCount, hash) = (0, 0, JournalLine.Genesis);
        while (start < bytes.Length)
        {
            var length = bytes[start..].IndexOf((byte)'\n');
            if (length < 0) break;
            (var record, var more, hash) = JournalLine.Read(bytes.Slice(start, length), hash, records.Count + 1);
            records.Add(record);
            start += length + 1;
            if (more == 0) (wholeBytes, wholeCount, lastHash) = (start, records.Count, hash);
        }

        records.RemoveRange(wholeCount, records.Count - wholeCount);
        return records;
    }

    private FileStream Claim(long after)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        try
        {
            // A lock file beside it: the journal itself stays readable for everybody.
            _lock = new FileStream(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new JournalConflictException(after, "the journal is open for writing elsewhere", e);
        }

        try
        {
            _file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
            var bytes = new byte[_file.Length];
            _file.ReadExactly(bytes);
            _seq = Read(bytes, out var whole, out _last).Count;
            if (whole < bytes.Length) _file.SetLength(whole);
            _file.Seek(whole, SeekOrigin.Begin);
            return _file;
        }
        catch
        {
            Dispose();
            throw;
        }
    }
}
