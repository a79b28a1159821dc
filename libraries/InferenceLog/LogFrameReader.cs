using System.Buffers;
using MonitoringDemo.InferenceLog.Segments;

namespace MonitoringDemo.InferenceLog;

/// <summary>Follows the files of a log and gives the bytes of each record as they stand there, checked but not decoded: for whoever carries a log elsewhere. Passes over what retention has deleted. Not thread-safe.</summary>
public sealed class LogFrameReader : IDisposable
{
    private readonly string _directory;
    private readonly SegmentTrail _trail;
    private LogTail? _tail;

    internal LogFrameReader(string directory, long fromOrdinal)
    {
        _directory = Path.GetFullPath(directory);
        _trail = new SegmentTrail(_directory, fromOrdinal, TruncatedReads.Skip);
    }

    /// <summary>The ordinal of the record that is read next.</summary>
    public long NextOrdinal => _trail.NextOrdinal;

    /// <summary>The ordinal of the record that will be written next, where the log is written in this process; else <see cref="NextOrdinal"/>. Safe from any thread.</summary>
    public long EndOrdinal => LogTail.Of(_directory)?.NextOrdinal ?? NextOrdinal;

    /// <summary>The schema of the rows; null until it has been written.</summary>
    public byte[]? ReadSchema() => SchemaFile.Read(_directory);

    /// <summary>The next record's bytes, or false at the end of what has been written; ask again later.</summary>
    /// <param name="frame">The caller's own copy of the bytes.</param>
    /// <param name="ordinal">The record's number: more than was next where retention was faster.</param>
    /// <exception cref="CorruptLogException">A record is damaged.</exception>
    public bool TryRead(out ReadOnlyMemory<byte> frame, out long ordinal)
    {
        frame = default;
        if (!TryNext(out var bytes, out ordinal)) return false;

        frame = bytes.ToArray();
        _trail.Take();
        return true;
    }

    /// <summary>The next record's bytes behind others, or false at the end of what has been written; ask again later.</summary>
    /// <param name="frames">Gets the bytes.</param>
    /// <param name="ordinal">The record's number: more than was next where retention was faster.</param>
    /// <exception cref="CorruptLogException">A record is damaged.</exception>
    public bool TryReadInto(ArrayBufferWriter<byte> frames, out long ordinal)
    {
        ArgumentNullException.ThrowIfNull(frames);
        if (!TryNext(out var bytes, out ordinal)) return false;

        frames.Write(bytes);
        _trail.Take();
        return true;
    }

    /// <summary>Closes the file that is being read.</summary>
    public void Dispose() => _trail.Dispose();

    private bool TryNext(out ReadOnlySpan<byte> frame, out long ordinal)
    {
        frame = default;
        ordinal = NextOrdinal;
        if (_tail is not { IsOpen: true }) _tail = LogTail.Of(_directory);
        if (_tail?.NextOrdinal == NextOrdinal || !_trail.TryNext(out frame, out var position)) return false;

        ordinal = position.Ordinal;
        return true;
    }
}
