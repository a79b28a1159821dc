using MonitoringDemo.InferenceLog.Frames;
using MonitoringDemo.InferenceLog.Segments;
using MonitoringDemo.Storage;

namespace MonitoringDemo.InferenceLog.Erase;

/// <summary>Takes the values of rows out of the files of a log in which nobody writes. Numbers, times, lengths and the order of all records stay, and so does where each stands; checksums are made anew.</summary>
public static class LogErasure
{
    /// <summary>Every folder below one that holds the files of a log: the log itself, and copies of it.</summary>
    /// <param name="root">A data directory.</param>
    public static IReadOnlyList<string> LogsBelow(string root) => !Directory.Exists(root) ? [] :
        [.. Directory.EnumerateDirectories(root, "*", SearchOption.AllDirectories).Prepend(root).Where(folder => SegmentFiles.List(folder).Count > 0).Order(StringComparer.Ordinal)];

    /// <summary>The rows of a subject, ascending.</summary>
    /// <param name="directory">A log.</param>
    /// <param name="key">The subject.</param>
    /// <exception cref="CorruptLogException">A record is damaged.</exception>
    public static IReadOnlyList<long> Find(string directory, SubjectKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var found = new List<long>();
        using var reader = InferenceLogReader.Open(directory, truncated: TruncatedReads.Skip);
        while (reader.TryRead(out var record)) found.AddRange(key.RowsIn(record));
        return found;
    }

    /// <summary>Erases rows. Each file is replaced whole: after a death on the way, calling it again does the rest.</summary>
    /// <param name="directory">A log.</param>
    /// <param name="rows">The rows, by number; those that the log does not hold count for nothing.</param>
    /// <exception cref="LogInUseException">Somebody writes there.</exception>
    /// <exception cref="CorruptLogException">A record is damaged.</exception>
    public static void Erase(string directory, IReadOnlySet<long> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0) return;
        using var claim = LockFile.Take(directory);
        foreach (var segment in SegmentFiles.List(directory))
        {
            var path = SegmentFiles.PathOf(directory, segment);
            var bytes = File.ReadAllBytes(path);
            if (EraseIn(bytes, rows)) WholeFile.Replace(path, bytes, flushToDisk: true);
        }
    }

    private static bool EraseIn(byte[] bytes, IReadOnlySet<long> rows)
    {
        var changed = false;
        // What is torn at the end was promised to nobody, and the next writer cuts it.
        for (var at = 0; bytes.Length - at >= FrameHeader.Bytes;)
        {
            var length = FrameHeader.FrameBytes(bytes.AsSpan(at));
            if (!FrameHeader.IsPossibleLength(length) || length > bytes.Length - at) break;
            var frame = bytes.AsSpan(at, (int)length);
            if (ErasedFrame.Of(frame, rows) is { } erased)
            {
                changed |= !erased.AsSpan().SequenceEqual(frame);
                erased.CopyTo(frame);
            }

            at += (int)length;
        }

        return changed;
    }
}
