using System.Text.Json;

namespace MonitoringDemo.Chaos.Checks;

/// <summary>What the journal of the registry and the list of alerts must say once.</summary>
internal static class JournalCheck
{
    /// <param name="journal">The lines of the journal.</param>
    /// <param name="alerting">The data directory of the alerting service.</param>
    public static IReadOnlyList<(string What, int Count)> Run(IEnumerable<string> journal, string alerting)
    {
        var facts = Lines(journal);
        IEnumerable<JsonElement> Of(string type) => facts.Where(fact => fact.GetProperty("type").GetString() == type).Select(fact => fact.GetProperty("payload"));
        return
        [
            ("findings that were taken twice", Twice(Of("findings-reported").SelectMany(each => each.GetProperty("findings").EnumerateArray()).Select(finding => finding.GetProperty("id").GetString()!))),
            ("trainings that were ordered twice", Twice(Of("training-started").Select(each => each.GetRawText()))),
            ("versions that were registered twice", Twice(Of("version-registered").Select(each => each.GetProperty("version").GetProperty("version").GetRawText()))),
            ("releases that were made twice", Twice(Of("released").Select(each => each.GetProperty("change").GetProperty("sequence").GetRawText()))),
            ("alerts that were told twice", Twice(Lines(Told(alerting)).Select(each => each.GetProperty("key").GetString()!))),
        ];
    }

    /// <summary>How often something of a type happened.</summary>
    public static int Count(IEnumerable<string> journal, string type) => Lines(journal).Count(fact => fact.GetProperty("type").GetString() == type);

    private static int Twice(IEnumerable<string> ids) => ids.GroupBy(id => id, StringComparer.Ordinal).Sum(same => same.Count() - 1);

    private static string[] Told(string alerting) => Path.Combine(alerting, "alerting", "alerts.jsonl") is var path && File.Exists(path) ? File.ReadAllLines(path) : [];

    private static List<JsonElement> Lines(IEnumerable<string> lines) => [.. lines.Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
}
