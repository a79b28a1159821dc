using YamlDotNet.Serialization;

namespace MonitoringDemo.Dashboards.Tests.Lint;

/// <summary>A file of rules, or of their tests, as maps and lists.</summary>
internal sealed record RuleFile(string Name, Dictionary<string, object?> Yaml)
{
    public static IReadOnlyList<RuleFile> In(string folder) =>
        [.. Directory.GetFiles(folder, "*.yml").Order(StringComparer.Ordinal).Select(path => new RuleFile(Path.GetFileName(path), MapOf(new DeserializerBuilder().Build().Deserialize<object>(File.ReadAllText(path)))))];

    public IEnumerable<Dictionary<string, object?>> Rules => List(Yaml, "groups").SelectMany(group => List(group, "rules"));

    public IEnumerable<Dictionary<string, object?>> Alerts => Rules.Where(rule => rule.ContainsKey("alert"));

    /// <summary>Of a file of tests: each expectation about an alert.</summary>
    public IEnumerable<Dictionary<string, object?>> Expectations => List(Yaml, "tests").SelectMany(test => List(test, "alert_rule_test"));

    public static string Text(Dictionary<string, object?> map, string key) => map.GetValueOrDefault(key) as string ?? "";

    public static Dictionary<string, object?> Map(Dictionary<string, object?> map, string key) => MapOf(map.GetValueOrDefault(key));

    public static IEnumerable<Dictionary<string, object?>> List(Dictionary<string, object?> map, string key) => (map.GetValueOrDefault(key) as List<object?> ?? []).Select(MapOf);

    private static Dictionary<string, object?> MapOf(object? node) => (node as Dictionary<object, object?> ?? []).ToDictionary(pair => (string)pair.Key, pair => pair.Value);
}
