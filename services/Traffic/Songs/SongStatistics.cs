using System.Text.Json;

namespace MonitoringDemo.Traffic.Songs;

/// <summary>The shipped statistics: what songs of each decade were like, charted and not.</summary>
internal sealed class SongStatistics
{
    private static readonly string[] Decades = ["60s", "70s", "80s", "90s", "00s", "10s"];

    private readonly SongGroup[] _groups;
    private readonly double[] _hitShares;

    private SongStatistics(SongGroup[] groups, double[] hitShares)
    {
        _groups = groups;
        _hitShares = hitShares;
    }

    public static int DecadeCount => Decades.Length;

    /// <summary>The share of charted songs in a decade.</summary>
    public double HitShare(int decade) => _hitShares[decade];

    public SongGroup Group(int decade, int label) => _groups[(decade * 2) + label];

    /// <summary>Reads the file that lies beside the program.</summary>
    public static SongStatistics Load() => Load(Path.Combine(AppContext.BaseDirectory, "data", "songs", "music_generator_params.json"));

    public static SongStatistics Load(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var levels = Numbers(json.RootElement.GetProperty("quantile_levels"));
        var groups = new SongGroup[DecadeCount * 2];
        var counts = new double[DecadeCount * 2];
        foreach (var group in json.RootElement.GetProperty("groups").EnumerateArray())
        {
            var decade = Array.IndexOf(Decades, group.GetProperty("decade").GetString());
            var at = (decade * 2) + group.GetProperty("hit").GetInt32();
            groups[at] = ReadGroup(group, levels);
            counts[at] = group.GetProperty("n").GetDouble();
        }

        if (Array.IndexOf(groups, null) is >= 0 and var missing)
            throw new InvalidDataException($"'{Path.GetFileName(path)}' lacks the songs of the {Decades[missing / 2]} with label {missing % 2}.");
        return new SongStatistics(groups, [.. Enumerable.Range(0, DecadeCount).Select(d => counts[(d * 2) + 1] / (counts[d * 2] + counts[(d * 2) + 1]))]);
    }

    private static SongGroup ReadGroup(JsonElement group, double[] levels)
    {
        var quantiles = group.GetProperty("quantiles");
        var major = group.GetProperty("mode_major").GetDouble();
        var signatures = group.GetProperty("time_signature");
        return new SongGroup(
            [.. group.GetProperty("correlation").EnumerateArray().SelectMany(Numbers)],
            levels,
            [.. SongSchema.Instance.Features.Take(SongSchema.NumericCount).Select(feature => Numbers(quantiles.GetProperty(feature.Name)))],
            [
                Numbers(group.GetProperty("key")),
                [1 - major, major],
                [.. SongSchema.Instance.Features[^1].Categories.Select(c => signatures.TryGetProperty(c, out var share) ? share.GetDouble() : 0.0)],
            ]);
    }

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];
}
