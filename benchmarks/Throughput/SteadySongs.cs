using System.Globalization;
using System.Text;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Throughput;

/// <summary>Songs of the steady world as JSON objects.</summary>
internal static class SteadySongs
{
    public static IEnumerable<string> Objects(long from, int count)
    {
        var scenario = ScenarioCatalog.TryGet("steady")!;
        var world = SongWorld.Of(scenario, scenario.Manifest, seed: 1);
        var columns = world.Schema.Features;
        var (features, labels) = (new double[count * columns.Count], new byte[count]);
        world.Generate(from, features, labels);
        return Enumerable.Range(0, count).Select(row => $"{{{string.Join(',', columns.Select((column, i) =>
            $"\"{column.Name}\":{Text(column, features[(row * columns.Count) + i])}"))}}}");
    }

    // Every category of a song is a number.
    private static string Text(Feature column, double value) => column.Kind == FeatureKind.Categorical
        ? column.Categories[(int)value]
        : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>One body with all the songs.</summary>
    public static byte[] Batch(long from, int count) => Encoding.UTF8.GetBytes($"{{\"instances\":[{string.Join(',', Objects(from, count))}]}}");

    /// <summary>One body for every song.</summary>
    public static IReadOnlyList<byte[]> OneByOne(long from, int count) => [.. Objects(from, count).Select(song => Encoding.UTF8.GetBytes($"{{\"instance\":{song}}}"))];
}
