using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace MonitoringDemo.InferenceLog;

/// <summary>
/// What the readers in a log's own process need not ask the file system: how far it has been written, and the newest records
/// that one of them has read, so that the others need not read and decode them again. A record's arrays are shared: nobody changes them.
/// </summary>
internal sealed class LogTail
{
    private const int Kept = 8;

    private static readonly ConcurrentDictionary<string, LogTail> Written = new(StringComparer.Ordinal);
    private readonly Entry?[] _newest = new Entry?[Kept];
    private long _nextOrdinal;
    private volatile bool _closed;

    /// <summary>The ordinal of the record that will be written next.</summary>
    public long NextOrdinal
    {
        get => Volatile.Read(ref _nextOrdinal);
        set => Volatile.Write(ref _nextOrdinal, value);
    }

    /// <summary>Whether its writer is still there.</summary>
    public bool IsOpen => !_closed;

    /// <summary>The tail of a log that is written in this process, or null.</summary>
    public static LogTail? Of(string directory) => Written.GetValueOrDefault(directory);

    public static LogTail Open(string directory, long nextOrdinal) => Written[directory] = new LogTail { NextOrdinal = nextOrdinal };

    public void Close(string directory)
    {
        Written.TryRemove(new KeyValuePair<string, LogTail>(directory, this));
        _closed = true;
    }

    public bool TryGet(long ordinal, [NotNullWhen(true)] out LogRecord? record, out int frameBytes)
    {
        var entry = Volatile.Read(ref _newest[ordinal % Kept]);
        (record, frameBytes) = entry?.Record.Ordinal == ordinal ? (entry.Record, entry.FrameBytes) : (null, 0);
        return record is not null;
    }

    /// <summary>Keeps a record for the other readers, if it is one of the newest.</summary>
    public void Share(LogRecord record, int frameBytes)
    {
        if (record.Ordinal >= NextOrdinal - Kept)
            Volatile.Write(ref _newest[record.Ordinal % Kept], new Entry(record, frameBytes));
    }

    private sealed record Entry(LogRecord Record, int FrameBytes);
}
