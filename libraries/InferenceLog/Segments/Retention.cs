using MonitoringDemo.InferenceLog.Frames;

namespace MonitoringDemo.InferenceLog.Segments;

internal static class Retention
{
    /// <summary>Deletes the oldest segments until the rest fits; the two newest stay, for a restart may need both, and so does what is held.</summary>
    /// <param name="directory">The log.</param>
    /// <param name="retainBytes">The size above which they go.</param>
    /// <param name="hold">What is held.</param>
    /// <param name="before">Segments whose last record is older than these ticks go as well, also when they are held: age is a promise.</param>
    /// <returns>True when something was deleted.</returns>
    public static bool Apply(string directory, long retainBytes, LogHold? hold = null, long before = 0)
    {
        var segments = SegmentFiles.List(directory);
        var total = 0L;
        var kept = segments.Count;
        while (kept > 0)
        {
            total += new FileInfo(SegmentFiles.PathOf(directory, segments[kept - 1])).Length;
            if (total > retainBytes && segments.Count - kept >= 2 && !IsHeld(segments[kept], total, hold)) break;
            kept--;
        }

        while (before > 0 && kept < segments.Count - 2 && BeginsAt(directory, segments[kept + 1]) is { } next && next < before) kept++;
        // Oldest first: whoever dies on the way leaves no hole.
        for (var i = 0; i < kept; i++)
            File.Delete(SegmentFiles.PathOf(directory, segments[i]));

        return kept > 0;
    }

    /// <summary>The first row of the oldest segment.</summary>
    public static long FirstRowIn(string directory)
    {
        if (SegmentFiles.List(directory) is not [var oldest, ..]) return 0;

        using var cursor = new SegmentCursor(directory, oldest, bufferBytes: 4 << 10);
        return cursor.Next(out var frame) == FrameStatus.Frame ? FrameHeader.Read(frame).AtRow : 0;
    }

    /// <summary>When the first record of a segment was written; null where it has none.</summary>
    public static long? BeginsAt(string directory, long segment)
    {
        using var cursor = new SegmentCursor(directory, segment, bufferBytes: 4 << 10);
        return cursor.Next(out var frame) == FrameStatus.Frame ? FrameHeader.Read(frame).UtcTicks : null;
    }

    private static bool IsHeld(long nextSegment, long total, LogHold? hold) => hold is not null && nextSegment > hold.FromOrdinal && total <= hold.MostBytes;
}
