using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Inference.Tests;

/// <summary>A small world: four features of every kind, a label that depends on two of them, and models of it.</summary>
internal static class SongWorld
{
    public static FeatureSchema Schema { get; } = new(
    [
        new Feature("tempo", FeatureKind.Numeric, []),
        new Feature("energy", FeatureKind.Numeric, [], Nullable: true),
        new Feature("key", FeatureKind.Categorical, ["0", "1", "2"]),
        new Feature("mode", FeatureKind.Categorical, ["major", "minor"], Nullable: true),
    ], "hit");

    public static string SchemaText { get; } = Encoding.UTF8.GetString(SchemaJson.Write(Schema));

    /// <summary>Different seeds give models that score differently.</summary>
    public static IModel Model(ulong seed, FeatureSchema? schema = null)
        => TrainerCatalog.Get("binned-logistic").Train(Data(seed, 600, schema ?? Schema), new Dictionary<string, double>(), seed);

    public static double[] Row(ulong seed, long row)
    {
        var random = new SplitMix64(SplitMix64.Mix(seed, (ulong)row));
        return [60 + (120 * random.NextDouble()), random.NextDouble(), random.NextInt(3), random.NextInt(2)];
    }

    public static JsonObject Song(double[] row) => new()
    {
        ["tempo"] = row[0],
        ["energy"] = double.IsNaN(row[1]) ? null : row[1],
        ["key"] = ((int)row[2]).ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["mode"] = row[3] is 0 ? "major" : "minor",
    };

    /// <summary>A request of songs, and their rows.</summary>
    public static string Request(int count, out double[][] rows, ulong seed = 1, string? requestId = null)
    {
        rows = [.. Enumerable.Range(0, count).Select(i => Row(seed, i))];
        var body = new JsonObject { ["instances"] = new JsonArray([.. rows.Select(row => (JsonNode)Song(row))]) };
        if (requestId is not null) body["requestId"] = requestId;
        return body.ToJsonString();
    }

    public static string History(int count, bool complete = true, string? more = null)
    {
        var rows = Enumerable.Range(0, count).Select(i => Row(1, i)).ToArray();
        var songs = string.Join(',', rows.Select(row => Song(row).ToJsonString()));
        var labels = string.Join(',', rows.Select(Label));
        return $$"""{"schema":{{SchemaText}},"label":"hit","instances":[{{songs}}],"labels":[{{labels}}],"complete":{{JsonSerializer.Serialize(complete)}}{{more}}}""";
    }

    private static int Label(double[] row) => row[0] + (40 * row[1]) > 140 ? 1 : 0;

    private static DataSet Data(ulong seed, int count, FeatureSchema schema)
    {
        var rows = Enumerable.Range(0, count).Select(i => Row(seed, i)).ToArray();
        return new DataSet(
            schema,
            [.. rows.SelectMany(row => row)],
            [.. rows.Select((row, i) => (byte)(i % 5 == 0 ? 1 - Label(row) : Label(row)))],
            [.. Enumerable.Range(0, count).Select(i => (long)i)]);
    }
}
