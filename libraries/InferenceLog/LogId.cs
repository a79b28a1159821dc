using System.Security.Cryptography;
using System.Text;
using MonitoringDemo.Storage;

namespace MonitoringDemo.InferenceLog;

/// <summary>The name of one log, which no other has: a log that was begun anew is another one, and a copy has the name of what it copies.</summary>
internal static class LogId
{
    private const int Bytes = 16;

    public static string? Read(string directory)
    {
        var path = PathIn(directory);
        return File.Exists(path) ? File.ReadAllText(path).Trim() : null;
    }

    /// <summary>The log's name; one that has none gets one.</summary>
    public static string Establish(string directory) => Read(directory) ?? Write(directory, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Names a copy after what it copies.</summary>
    /// <returns>The name that it has: another one when it was a copy of something else before.</returns>
    public static string Adopt(string directory, string id) => Read(directory) ?? Write(directory, id);

    private static string Write(string directory, string id)
    {
        Directory.CreateDirectory(directory);
        WholeFile.TryCreate(PathIn(directory), Encoding.ASCII.GetBytes(id + "\n"), flushToDisk: true);
        return Read(directory)!;
    }

    private static string PathIn(string directory) => Path.Combine(directory, "id");
}
