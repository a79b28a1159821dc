namespace MonitoringDemo.InferenceLog.Segments;

/// <summary>Follows the frames of a log from segment to segment, while a writer appends and retention deletes.</summary>
internal sealed class SegmentTrail(string directory, long fromOrdinal, TruncatedReads truncated) : IDisposable
{
    private SegmentCursor? _cursor;
    private (long Segment, long FileBytes) _looked;
    private LogPosition? _untaken;

    /// <summary>The ordinal of the frame that comes next.</summary>
    public long NextOrdinal { get; private set; } = fromOrdinal;

    /// <summary>The next frame, or false at the end of what has been written; its bytes are good until the next call.
    /// The same one again until <see cref="Take"/> is called.</summary>
    public bool TryNext(out ReadOnlySpan<byte> frame, out LogPosition position)
    {
        frame = default;
        position = default;
        if (_untaken is { } untaken) _cursor!.JumpTo(untaken);
        _untaken = null;
        while (_cursor is not null || TryLocate())
        {
            var offset = _cursor!.Offset;
            switch (_cursor.Next(out frame))
            {
                case FrameStatus.Frame when _cursor.NextOrdinal <= NextOrdinal:
                    continue;
                case FrameStatus.Frame:
                    position = new LogPosition(NextOrdinal, _cursor.Segment, offset);
                    _untaken = position;
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

    /// <summary>The frame has been taken: the one behind it comes next.</summary>
    public void Take()
    {
        NextOrdinal++;
        _untaken = null;
    }

    /// <summary>The frame that comes next is known without reading it.</summary>
    /// <param name="position">Where it stands.</param>
    /// <param name="frameBytes">How long it is.</param>
    public void Skip(LogPosition position, int frameBytes)
    {
        Take();
        if (_cursor?.Segment != position.Segment)
        {
            _cursor?.Dispose();
            if (!SegmentCursor.TryOpen(directory, position.Segment, out _cursor)) return;
        }

        _cursor.JumpTo(new LogPosition(NextOrdinal, position.Segment, position.Offset + frameBytes));
    }

    public void Dispose() => _cursor?.Dispose();

    private bool TryLocate()
    {
        while (true)
        {
            var segments = SegmentFiles.List(directory);
            if (segments.Count == 0) return false;

            if (segments[0] > NextOrdinal)
            {
                if (truncated == TruncatedReads.Throw)
                    throw new LogTruncatedException($"Record {NextOrdinal} of the inference log in '{directory}' has been deleted by retention; the first one there is {segments[0]}. Let the log retain more, or begin there.", segments[0]);
                NextOrdinal = segments[0];
            }

            var at = segments.BinarySearch(NextOrdinal);
            if (SegmentCursor.TryOpen(directory, segments[at >= 0 ? at : ~at - 1], out _cursor)) return true;
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

        if (HoleAfter(ended) is { } beyond) return beyond == ended.NextOrdinal || Leap(ended, beyond);

        if (ended.NextOrdinal < NextOrdinal)
            throw new LogTruncatedException($"The inference log in '{directory}' ends before record {NextOrdinal}, where reading was to go on: it lost its end. Delete the state of this reader, or begin at {ended.NextOrdinal}.", ended.NextOrdinal);

        // Retention deletes from the oldest: while this file stands, so does the next.
        if (File.Exists(ended.Path)) return false;

        ended.Dispose();
        _cursor = null;
        return true;
    }

    /// <summary>The segment after a hole, which a copy has where its source left records out; the end of this one when it has grown meanwhile; null at the log's end.</summary>
    private long? HoleAfter(SegmentCursor ended)
    {
        var beyond = SegmentFiles.List(directory).Find(segment => segment > ended.NextOrdinal);
        // In this order: a writer makes segments oldest first, and retention deletes them so.
        var follows = ended.NextOrdinal != ended.Segment && File.Exists(SegmentFiles.PathOf(directory, ended.NextOrdinal));
        if (beyond == 0 || follows || !File.Exists(ended.Path)) return null;
        return ended.FileBytes > ended.Offset ? ended.NextOrdinal : beyond;
    }

    private bool Leap(SegmentCursor ended, long beyond)
    {
        if (truncated == TruncatedReads.Throw)
            throw new LogTruncatedException($"The inference log in '{directory}' has a hole: after record {ended.NextOrdinal - 1} comes {beyond}. Begin there.", beyond);

        NextOrdinal = Math.Max(NextOrdinal, beyond);
        ended.Dispose();
        _cursor = null;
        return true;
    }

    private bool TryOpenNext(long segment)
    {
        if (segment == _cursor!.Segment || !File.Exists(SegmentFiles.PathOf(directory, segment)) || !SegmentCursor.TryOpen(directory, segment, out var next))
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
        var followed = _cursor.WholeFrameFollows() || SegmentFiles.List(directory).Exists(segment => segment > _cursor.Segment);
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
