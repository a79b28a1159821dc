using System.Runtime.CompilerServices;

namespace MonitoringDemo.Formats.Tests;

/// <summary>The committed files, and where the next ones go.</summary>
internal static class StoredFiles
{
    /// <summary>Each format's folder, and the number of the file that today's program writes.</summary>
    public static IReadOnlyDictionary<string, int> Newest { get; } = new Dictionary<string, int>
    {
        ["alerting"] = 2,
        ["classroom"] = 1,
        ["drift"] = 3,
        ["forwarded"] = 1,
        ["inference"] = 3,
        ["journal"] = 6,
        ["log"] = 4,
        ["merge"] = 1,
        ["merged"] = 1,
        ["models"] = 1,
        ["mysteries"] = 1,
        ["picture"] = 3,
        ["privacy"] = 1,
        ["received"] = 3,
        ["replica"] = 2,
        ["rounds"] = 1,
        ["schema"] = 1,
        ["signatures"] = 1,
        ["snapshots"] = 2,
        ["traffic"] = 2,
    };

    /// <summary>The paths of a format's files below the folder of the committed ones, oldest first.</summary>
    public static TheoryData<string> Of(string format) => [.. Directory.GetFiles(Path.Combine(Folder, format)).Order(StringComparer.Ordinal).Select(file => $"{format}/{Path.GetFileName(file)}")];

    public static byte[] Read(string file) => File.ReadAllBytes(PathOf(file));

    public static string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Where the source of a format's newest file stands.</summary>
    public static string Source(string format, string ending) => Path.Combine(SourceFolder(), "stored", format, $"{Newest[format]}{ending}");

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "stored");

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
