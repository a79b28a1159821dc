using System.Globalization;
using System.Text.Json;

namespace MonitoringDemo.DetectionQuality.Streams;

/// <summary>The scenarios of the references, and what their detectors do on them.</summary>
internal sealed class ReferenceQuality
{
    private readonly Dictionary<(string Detector, string Scenario), ReferenceResult> _results = [];

    private ReferenceQuality(List<Scenario> scenarios) => Scenarios = scenarios;

    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <summary>Streams per cell of the references.</summary>
    public int Repetitions { get; private set; }

    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "reference");

    public static ReferenceQuality Read(string folder)
    {
        var scenarios = new List<Scenario>();
        var reference = new ReferenceQuality(scenarios);
        foreach (var file in new[] { "quality_real.json", "quality_binary.json" })
        {
            using var document = Open(folder, file);
            scenarios.AddRange(ReadScenarios(document.RootElement));
            reference.ReadResults(document.RootElement);
        }

        scenarios.AddRange(ExtraScenarios.All);
        return reference;
    }

    public static JsonDocument Open(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path)
            ? JsonDocument.Parse(File.ReadAllText(path))
            : throw new UnusableInputException($"--reference {folder}: there is no {file} in it.");
    }

    public ReferenceResult? Find(string? detector, string scenario) => detector is null ? null : _results.GetValueOrDefault((detector, scenario));

    /// <summary>The references' detectors that have a result for this scenario, in the file's order.</summary>
    public IEnumerable<string> Detectors(string scenario) => _results.Keys.Where(key => key.Scenario == scenario).Select(key => key.Detector);

    private static IEnumerable<Scenario> ReadScenarios(JsonElement root)
    {
        var change = root.GetProperty("change_at").GetInt32();
        var isBinary = root.GetProperty("kind").GetString() == "binary";
        foreach (var scenario in root.GetProperty("scenarios").EnumerateObject())
        {
            var seed = scenario.Value.GetProperty("seed_of_repetition_r").GetString()!.Split(' ')[0];
            yield return new Scenario(
                scenario.Name,
                isBinary,
                ulong.Parse(seed, CultureInfo.InvariantCulture),
                [.. scenario.Value.GetProperty("segments").EnumerateArray().Select(Segment.Read)],
                scenario.Name.StartsWith("stationary", StringComparison.Ordinal) ? null : change);
        }
    }

    private static ReferenceResult ReadResult(JsonElement result)
    {
        double? Get(string name) => result.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
        return new ReferenceResult(
            (Get("alarms_per_10k") ?? Get("false_alarms_before_change_per_10k"))!.Value,
            Get("streams_with_alarm_pct"),
            Get("mean_delay"),
            Get("median_delay"),
            Get("missed_pct"));
    }

    private void ReadResults(JsonElement root)
    {
        Repetitions = root.GetProperty("repetitions").GetInt32();
        foreach (var detector in root.GetProperty("results").EnumerateObject())
        {
            foreach (var scenario in detector.Value.EnumerateObject())
                _results[(detector.Name, scenario.Name)] = ReadResult(scenario.Value);
        }
    }
}
