using System.Text.Json;

namespace MonitoringDemo.Chaos.Checks;

/// <summary>What the journal of the registry and the list of alerts must say once.</summary>
internal static class JournalCheck
{
    public static IReadOnlyList<(string What, int Count)> Run(string retraining, string alerting)
    {
        var facts = Lines(Path.Combine(retraining, "registry", "journal.jsonl"));
        IEnumerable<JsonElement> Of(string type) => facts.Where(fact => fact.GetProperty("type").GetString() == type).Select(fact => fact.GetProperty("payload"));
        return
        [
            ("findings that were taken twice", Twice(Of("findings-reported").SelectMany(each => each.GetProperty("findings").EnumerateArray()).Select(finding => finding.GetProperty("id").GetString()!))),
            ("trainings that were ordered twice", Twice(Of("training-started").Select(each => each.GetRawText()))),
            ("versions that were registered twice", Twice(Of("version-registered").Select(each => each.GetProperty("version").GetProperty("version").GetRawText()))),
            ("releases that were made twice", Twice(Of("released").Select(each => each.GetProperty("change").GetProperty("sequence").GetRawText()))),
            ("alerts that were told twice", Twice(Lines(Path.Combine(alerting, "alerting", "alerts.jsonl")).Select(each => each.GetProperty("key").GetString()!))),
        ];
    }

    /// <summary>How often something of a type happened.</summary>
    public static int Count(string retraining, string type) => Lines(Path.Combine(retraining, "registry", "journal.jsonl")).Count(fact => fact.GetProperty("type").GetString() == type);

    private static int Twice(IEnumerable<string> ids) => ids.GroupBy(id => id, StringComparer.Ordinal).Sum(same => same.Count() - 1);

    private static List<JsonElement> Lines(string path) =>
        File.Exists(path) ? [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<JsonElement>(line))] : [];
}
