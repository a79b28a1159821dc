using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace MonitoringDemo.InferenceLog.Segments;

/// <summary>Segments are files named by the ordinal of their first record.</summary>
internal static class SegmentFiles
{
    private const string Extension = ".log";
    private const FileShare Shared = FileShare.ReadWrite | FileShare.Delete;

    public static string PathOf(string directory, long firstOrdinal)
        => Path.Combine(directory, firstOrdinal.ToString("D20", CultureInfo.InvariantCulture) + Extension);

    /// <summary>The first ordinals of all segments, ascending.</summary>
    public static List<long> List(string directory)
    {
        var segments = new List<long>();
        if (!Directory.Exists(directory)) return segments;

        foreach (var file in Directory.EnumerateFiles(directory, "*" + Extension))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (name.Length == 20 && long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var first))
                segments.Add(first);
        }

        segments.Sort();
        return segments;
    }

    public static SafeFileHandle OpenForReading(string path) => File.OpenHandle(path, FileMode.Open, FileAccess.Read, Shared);

    public static SafeFileHandle OpenForWriting(string path) => File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, Shared);
}
