using System.Diagnostics.CodeAnalysis;
using MonitoringDemo.InferenceLog.Frames;
using MonitoringDemo.InferenceLog.Segments;

namespace MonitoringDemo.InferenceLog;

/// <summary>Reads a log from a stored ordinal and follows it, also while a writer in another process appends. Not thread-safe.</summary>
/// <example>
/// <code>
/// using var reader = InferenceLogReader.Open("log", fromOrdinal: checkpoint.NextOrdinal);
/// while (reader.TryRead(out var record)) monitor.Take(record);
/// checkpoint.NextOrdinal = reader.NextOrdinal;
/// </code>
/// </example>
public sealed class InferenceLogReader : IDisposable
{
    private readonly string _directory;
    private readonly TruncatedReads _truncated;
    private SegmentCursor? _cursor;
    private byte[]? _schema;
    private (long Segment, long FileBytes) _looked;

    private InferenceLogReader(string directory, long fromOrdinal, TruncatedReads truncated)
        => (_directory, NextOrdinal, _truncated) = (Path.GetFullPath(directory), fromOrdinal, truncated);

    /// <summary>The ordinal of the record that is read next: the offset to store.</summary>
    public long NextOrdinal { get; private set; }

    /// <summary>Whether the schema is known; ask before <see cref="Schema"/>.</summary>
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
    public static InferenceLogReader Open(string directory, long fromOrdinal = 0, TruncatedReads truncated = TruncatedReads.Throw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromOrdinal);
        return new InferenceLogReader(directory, fromOrdinal, truncated);
    }

    /// <summary>Reads one record again.</summary>
    /// <param name="directory">The log's directory.</param>
    /// <param name="position">Where it stands.</param>
    /// <param name="record">The record.</param>
    /// <returns>False when retention has deleted it.</returns>
    public static bool TryReadAt(string directory, LogPosition position, [MaybeNullWhen(false)] out LogRecord record)
    {
        record = null;
        if (!TryOpen(directory, position.Segment, out var cursor)) return false;

        using (cursor)
        {
            cursor.JumpTo(position);
            if (cursor.Next(out var frame) != FrameStatus.Frame)
                throw new CorruptLogException(cursor.Path, position.Offset);

            record = RecordDecoder.Decode(frame, position);
            return true;
        }
    }

    /// <summary>The next record, or false at the end of what has been written; ask again later.</summary>
    /// <exception cref="CorruptLogException">The record is damaged.</exception>
    /// <exception cref="LogTruncatedException">The record is gone.</exception>
    public bool TryRead([MaybeNullWhen(false)] out LogRecord record)
    {
        record = null;
        while (_cursor is not null || TryLocate())
        {
            var offset = _cursor!.Offset;
            switch (_cursor.Next(out var frame))
            {
                case FrameStatus.Frame when _cursor.NextOrdinal <= NextOrdinal:
                    continue;
                case FrameStatus.Frame:
                    record = RecordDecoder.Decode(frame, new LogPosition(NextOrdinal, _cursor.Segment, offset));
                    NextOrdinal++;
                    return true;
                case FrameStatus.End when TryMoveOn():
                    continue;
                case FrameStatus.End:
                    return false;
                default:
                    if (!IsWorthAnotherLook()) return false;
                    continue;
            }
        }

        return false;
    }

    /// <summary>Closes the file that is being read.</summary>
    public void Dispose() => _cursor?.Dispose();

    private static bool TryOpen(string directory, long segment, [NotNullWhen(true)] out SegmentCursor? cursor)
    {
        try
        {
            cursor = new SegmentCursor(directory, segment);
            return true;
        }
        catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            cursor = null;
            return false;
        }
    }

    private bool TryLocate()
    {
        while (true)
        {
            var segments = SegmentFiles.List(_directory);
            if (segments.Count == 0) return false;

            if (segments[0] > NextOrdinal)
            {
                if (_truncated == TruncatedReads.Throw)
                    throw new LogTruncatedException($"Record {NextOrdinal} of the inference log in '{_directory}' has been deleted by retention; the first one there is {segments[0]}. Let the log retain more, or begin there.", segments[0]);
                NextOrdinal = segments[0];
            }

            var at = segments.BinarySearch(NextOrdinal);
            if (TryOpen(_directory, segments[at >= 0 ? at : ~at - 1], out _cursor)) return true;
        }
    }

    /// <summary>From the end of a segment into the next one.</summary>
    private bool TryMoveOn()
    {
        var ended = _cursor!;
        if (TryOpenNext(ended.NextOrdinal))
        {
            ended.Dispose();
            return true;
        }

        if (ended.NextOrdinal < NextOrdinal)
            throw new LogTruncatedException($"The inference log in '{_directory}' ends before record {NextOrdinal}, where reading was to go on: it lost its end. Delete the state of this reader, or begin at {ended.NextOrdinal}.", ended.NextOrdinal);

        // Retention deletes from the oldest: while this file stands, so does the next.
        if (File.Exists(ended.Path)) return false;

        ended.Dispose();
        _cursor = null;
        return true;
    }

    private bool TryOpenNext(long segment)
    {
        if (segment == _cursor!.Segment || !File.Exists(SegmentFiles.PathOf(_directory, segment)) || !TryOpen(_directory, segment, out var next))
            return false;

        _cursor = next;
        return true;
    }

    /// <summary>
    /// A frame that is not whole is normally being written this moment, or torn and about to be cut: wait.
    /// It is damage when something whole stands after it and a second look finds it no better.
    /// </summary>
    private bool IsWorthAnotherLook()
    {
        var bytes = _cursor!.FileBytes;
        if (_looked == (_cursor.Segment, bytes)) return false;

        _looked = (_cursor.Segment, bytes);
        var followed = _cursor.WholeFrameFollows() || SegmentFiles.List(_directory).Exists(segment => segment > _cursor.Segment);
        if (!followed) return false;

        var (ordinal, offset) = (_cursor.NextOrdinal, _cursor.Offset);
        if (_cursor.Next(out _) != FrameStatus.Frame)
        {
            _looked = default;
            throw new CorruptLogException(_cursor.Path, offset);
        }

        _cursor.JumpTo(new LogPosition(ordinal, _cursor.Segment, offset));
        return true;
    }
}
