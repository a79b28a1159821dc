namespace MonitoringDemo.InferenceLog.Segments;

internal static class Retention
{
    /// <summary>Deletes the oldest segments until the rest fits; the two newest stay, for a restart may need both.</summary>
    public static void Apply(string directory, long retainBytes)
    {
        var segments = SegmentFiles.List(directory);
        var total = 0L;
        var kept = segments.Count;
        while (kept > 0)
        {
            total += new FileInfo(SegmentFiles.PathOf(directory, segments[kept - 1])).Length;
            if (total > retainBytes && segments.Count - kept >= 2) break;
            kept--;
        }

        // Oldest first: whoever dies on the way leaves no hole.
        for (var i = 0; i < kept; i++)
            File.Delete(SegmentFiles.PathOf(directory, segments[i]));
    }
}
