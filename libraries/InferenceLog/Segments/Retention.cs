using MonitoringDemo.InferenceLog.Frames;

namespace MonitoringDemo.InferenceLog.Segments;

internal static class Retention
{
    /// <summary>Deletes the oldest segments until the rest fits; the two newest stay, for a restart may need both, and so does what is held.</summary>
    /// <returns>True when something was deleted.</returns>
    public static bool Apply(string directory, long retainBytes, LogHold? hold = null)
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

    private static bool IsHeld(long nextSegment, long total, LogHold? hold) => hold is not null && nextSegment > hold.FromOrdinal && total <= hold.MostBytes;
}
