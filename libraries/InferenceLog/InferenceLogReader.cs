using System.Diagnostics.CodeAnalysis;
using MonitoringDemo.InferenceLog.Frames;
using MonitoringDemo.InferenceLog.Segments;

namespace MonitoringDemo.InferenceLog;

/// <summary>Reads the files of a log from a stored ordinal and follows them. Not thread-safe.</summary>
public sealed class InferenceLogReader : ILogReader
{
    private readonly string _directory;
    private readonly SegmentTrail _trail;
    private readonly bool _shares;
    private LogTail? _tail;
    private byte[]? _schema;

    private InferenceLogReader(string directory, long fromOrdinal, TruncatedReads truncated, bool shares)
    {
        _directory = Path.GetFullPath(directory);
        _shares = shares;
        _trail = new SegmentTrail(_directory, fromOrdinal, truncated);
    }

    /// <inheritdoc/>
    public long NextOrdinal => _trail.NextOrdinal;

    /// <inheritdoc/>
    public bool HasSchema => (_schema ??= SchemaFile.Read(_directory)) is not null;

    /// <summary>The bytes of <c>schema.json</c>.</summary>
    /// <exception cref="InvalidOperationException">It has not been written yet.</exception>
    public ReadOnlyMemory<byte> Schema => HasSchema
        ? _schema
        : throw new InvalidOperationException($"No schema has been written to the inference log in '{_directory}' yet; ask HasSchema first.");

    /// <summary>Opens a log that may not exist yet.</summary>
    /// <param name="directory">The log's directory.</param>
    /// <param name="fromOrdinal">Where to begin: 0, or a stored <see cref="NextOrdinal"/>.</param>
    /// <param name="truncated">What to do when retention was faster.</param>
    /// <param name="shares">True to take what another such reader in the writer's process has read and decoded, false to read every byte from the file.</param>
    public static InferenceLogReader Open(string directory, long fromOrdinal = 0, TruncatedReads truncated = TruncatedReads.Throw, bool shares = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromOrdinal);
        return new InferenceLogReader(directory, fromOrdinal, truncated, shares);
    }

    /// <summary>Reads one record again.</summary>
    /// <param name="directory">The log's directory.</param>
    /// <param name="position">Where it stands.</param>
    /// <param name="record">The record.</param>
    /// <returns>False when retention has deleted it.</returns>
    public static bool TryReadAt(string directory, LogPosition position, [MaybeNullWhen(false)] out LogRecord record)
    {
        record = null;
        if (!SegmentCursor.TryOpen(directory, position.Segment, out var cursor)) return false;

        using (cursor)
        {
            cursor.JumpTo(position);
            if (cursor.Next(out var frame) != FrameStatus.Frame)
                throw new CorruptLogException(cursor.Path, position.Offset);

            record = RecordDecoder.Decode(frame, position);
            return true;
        }
    }

    /// <inheritdoc/>
    public bool TryRead([MaybeNullWhen(false)] out LogRecord record)
    {
        record = null;
        if (_tail is not { IsOpen: true }) _tail = LogTail.Of(_directory);
        if (_tail?.NextOrdinal == NextOrdinal) return false;

        if (_shares && _tail is not null && _tail.TryGet(NextOrdinal, out record, out var frameBytes))
        {
            _trail.Skip(record.Position, frameBytes);
            return true;
        }

        if (!_trail.TryNext(out var frame, out var position)) return false;

        record = RecordDecoder.Decode(frame, position);
        _trail.Take();
        if (_shares) _tail?.Share(record, frame.Length);
        return true;
    }

    /// <summary>Closes the file that is being read.</summary>
    public void Dispose() => _trail.Dispose();
}
