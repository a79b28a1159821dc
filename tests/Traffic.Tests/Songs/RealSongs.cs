using System.Globalization;
using System.IO.Compression;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Traffic.Songs;

namespace MonitoringDemo.Traffic.Tests.Songs;

/// <summary>The songs that the statistics were computed from; they are not shipped.</summary>
internal static class RealSongs
{
    private const string Folder = "MONITORINGDEMO_DATA";

    public static string? Path =>
        Environment.GetEnvironmentVariable(Folder) is { Length: > 0 } folder
        && System.IO.Path.Combine(folder, "music_hit_stream.csv.gz") is var file && File.Exists(file) ? file : null;

    public static string WhyNot => $"{Folder} names no folder with music_hit_stream.csv.gz";

    /// <summary>Rows in schema order by decade ("60s") and label.</summary>
    public static ILookup<(string Decade, int Label), double[]> Read(string path)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var header = text.ReadLine()!.Split(',');
        var rows = new List<(string, int, double[])>();
        while (text.ReadLine() is { } line)
        {
            // Titles and artists may hold commas; what is wanted stands before and after them.
            var fields = line.Split(',');
            string Field(string name) => fields[Array.IndexOf(header, name) is var at && at < 3 ? at : fields.Length - header.Length + at];
            rows.Add((Field("decade"), Field("hit") == "1" ? 1 : 0, [.. SongSchema.Instance.Features.Select(feature => Value(feature, Field(feature.Name)))]));
        }

        return rows.ToLookup(row => (row.Item1, row.Item2), row => row.Item3);
    }

    private static double Value(Feature feature, string text) => feature.Kind == FeatureKind.Numeric
        ? double.Parse(text, CultureInfo.InvariantCulture)
        : feature.Categories.ToList().IndexOf(text);
}
