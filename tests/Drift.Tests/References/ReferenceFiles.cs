using System.Text.Json;

namespace MonitoringDemo.Drift.Tests.References;

/// <summary>Inputs and expected outputs of well-known implementations: those beside the tests, or in the folder named by DRIFT_REFERENCE.</summary>
internal static class ReferenceFiles
{
    public static JsonElement Read(string name)
    {
        var folder = Environment.GetEnvironmentVariable("DRIFT_REFERENCE") is { Length: > 0 } own ? own : Path.Combine(AppContext.BaseDirectory, "reference");
        return JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, name))).RootElement.Clone();
    }

    public static IEnumerable<JsonElement> Cases(string name) => Read(name).GetProperty("cases").EnumerateArray();

    /// <summary>A number, or one of the words that stand for what JSON cannot write; null is missing.</summary>
    public static double Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String => element.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            var other => throw new InvalidDataException($"'{other}' is no number."),
        },
        _ => element.GetDouble(),
    };
}
