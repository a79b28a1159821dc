using MonitoringDemo.InferenceLog.Frames;

namespace MonitoringDemo.InferenceLog.Segments;

/// <summary>Where a log that was left, perhaps in the middle of a write, goes on.</summary>
/// <param name="Segment">The newest segment.</param>
/// <param name="Length">The end of its last whole frame.</param>
/// <param name="NextOrdinal">The ordinal that comes next.</param>
/// <param name="NextRow">The row that comes next.</param>
internal sealed record LogRecovery(long Segment, long Length, long NextOrdinal, long NextRow)
{
    /// <exception cref="CorruptLogException">A frame is damaged that is not the last one.</exception>
    public static LogRecovery Of(string directory)
    {
        var segments = SegmentFiles.List(directory);
        if (segments.Count == 0) return new LogRecovery(0, 0, 0, 0);

        var last = EndOf(directory, segments[^1]);
        // A segment that lost its only frame does not know its row; the one before it does.
        return last.Length == 0 && segments.Count > 1
            ? last with { NextRow = EndOf(directory, segments[^2]).NextRow }
            : last;
    }

    private static LogRecovery EndOf(string directory, long segment)
    {
        using var cursor = new SegmentCursor(directory, segment);
        var nextRow = 0L;
        FrameStatus status;
        while ((status = cursor.Next(out var frame)) == FrameStatus.Frame)
            nextRow = FrameHeader.Read(frame).NextRow;

        if (status == FrameStatus.Unreadable && cursor.WholeFrameFollows())
            throw new CorruptLogException(cursor.Path, cursor.Offset);

        return new LogRecovery(segment, cursor.Offset, cursor.NextOrdinal, nextRow);
    }
}
