using System.Text.Json;
using System.Text.Json.Serialization;
using MonitoringDemo.Learning.Artifacts;

namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>Reads a course: tests as data, beside the model, so that a team adds one without code.</summary>
internal static class ObstacleFile
{
    private const string Kinds = "accuracy, slice, bias, missing, noise, unit, far, unseen, swapped, direction, invariance, size, latency, memory, allocation, seed, bootstrap or skew";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The obstacles of a file, in its order.</summary>
    /// <exception cref="FormatException">It cannot be read, or an obstacle will not do; the message names which and the mend.</exception>
    public static IReadOnlyList<PlacedObstacle> Read(string path, IReadOnlyList<IModelFormat>? formats = null)
    {
        try
        {
            var course = JsonSerializer.Deserialize<Course>(File.ReadAllBytes(path), s_json);
            if (course?.Obstacles is not { Count: > 0 } entries) throw new FormatException($"'{path}' has no obstacle: write {{ \"obstacles\": [ ... ] }}.");
            return [.. entries.Select((entry, i) => Place(entry, $"'{path}', obstacle {i + 1}", formats ?? []))];
        }
        catch (JsonException e)
        {
            throw new FormatException($"'{path}' is no course: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new FormatException($"'{path}' cannot be read: {e.Message}", e);
        }
    }

    private static PlacedObstacle Place(ObstacleEntry? entry, string place, IReadOnlyList<IModelFormat> formats)
    {
        if (entry is null) throw new FormatException($"{place} is null.");
        var blocks = entry.OnFail switch
        {
            null or "block" => true,
            "warn" => false,
            _ => throw new FormatException($"{place}: onFail is '{entry.OnFail}'; block or warn."),
        };
        return new PlacedObstacle(Make(entry, place, formats), blocks);
    }

    private static IObstacle Make(ObstacleEntry entry, string place, IReadOnlyList<IModelFormat> formats)
    {
        string Named(string? value, string member) => string.IsNullOrWhiteSpace(value) ? throw new FormatException($"{place} ({entry.Kind}): '{member}' is missing.") : value;
        double Within(double? value, string member, double least, double most) => value is not { } given ? throw new FormatException($"{place} ({entry.Kind}): '{member}' is missing.")
            : given >= least && given <= most ? given
            : throw new FormatException(FormattableString.Invariant($"{place} ({entry.Kind}): '{member}' is {given}; it lies between {least} and {most}."));
        IObstacle Broken(BrokenInput how) => new BrokenInputObstacle(how, Named(entry.Feature, "feature"), how == BrokenInput.Swapped ? Named(entry.With, "with") : null, Within(entry.MostPointsLost, "mostPointsLost", 0, 100));

        return entry.Kind switch
        {
            "accuracy" => new AccuracyObstacle(null, Within(entry.LeastAccuracy, "leastAccuracy", 0, 1)),
            "slice" => new AccuracyObstacle(Named(entry.Where, "where"), Within(entry.LeastAccuracy, "leastAccuracy", 0, 1)),
            "bias" => new BiasObstacle(Named(entry.Feature, "feature"), Within(entry.LeastRatio, "leastRatio", 0, 1)),
            "missing" => Broken(BrokenInput.Missing),
            "noise" => Broken(BrokenInput.Noise),
            "unit" => Broken(BrokenInput.Unit),
            "far" => Broken(BrokenInput.Far),
            "unseen" => Broken(BrokenInput.Unseen),
            "swapped" => Broken(BrokenInput.Swapped),
            "direction" => new DirectionObstacle(Named(entry.Feature, "feature"), Up(entry, place), Within(entry.MostShare, "mostShare", 0, 1)),
            "invariance" => new InvarianceObstacle(Named(entry.Feature, "feature"), Within(entry.MostShare, "mostShare", 0, 1)),
            "size" => new SizeObstacle(Within(entry.MostKilobytes, "mostKilobytes", 0, 1_000_000)),
            "latency" => new LatencyObstacle(Within(entry.MostMicroseconds, "mostMicroseconds", 0, 60_000_000)),
            "memory" => new MemoryObstacle(Within(entry.MostMegabytes, "mostMegabytes", 0, 1_000_000), formats),
            "allocation" => new AllocationObstacle(Within(entry.MostBytes, "mostBytes", 0, 1_000_000_000)),
            "seed" => new StabilityObstacle(redraws: false, Within(entry.MostShare, "mostShare", 0, 1)),
            "bootstrap" => new StabilityObstacle(redraws: true, Within(entry.MostShare, "mostShare", 0, 1)),
            "skew" => new SkewObstacle(Within(entry.MostShare, "mostShare", 0, 1)),
            _ => throw new FormatException($"{place}: kind is '{entry.Kind}'; {Kinds}."),
        };
    }

    private static bool Up(ObstacleEntry entry, string place) => entry.Moves switch
    {
        "up" => true,
        "down" => false,
        _ => throw new FormatException($"{place} (direction): 'moves' is '{entry.Moves}'; up or down."),
    };

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    private sealed record Course(IReadOnlyList<ObstacleEntry?>? Obstacles);
}
