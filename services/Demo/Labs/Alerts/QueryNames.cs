using System.Text.RegularExpressions;

namespace MonitoringDemo.Demo.Labs.Alerts;

/// <summary>The names in a query of Prometheus. It reads names and brackets, and leaves what is right PromQL to promtool.</summary>
internal static partial class QueryNames
{
    private static readonly HashSet<string> s_words = ["and", "or", "unless", "bool", "offset", "by", "without", "on", "ignoring", "group_left", "group_right", "inf", "nan"];

    /// <summary>The metrics, in order, each once.</summary>
    public static IReadOnlyList<string> Metrics(string query) =>
        [.. Name().Matches(Lists().Replace(Ranges().Replace(Matchers().Replace(Texts().Replace(query, "\"\""), ""), ""), " "))
            .Select(match => match.Value).Where(name => !s_words.Contains(name.ToLowerInvariant())).Distinct()];

    /// <summary>The labels that it matches or groups by, each once.</summary>
    public static IReadOnlyList<string> Labels(string query) =>
        [.. Lists().Matches(query).SelectMany(match => match.Groups["labels"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Concat(Matchers().Matches(query).SelectMany(braces => Matched().Matches(braces.Value)).Select(match => match.Groups["label"].Value)).Distinct()];

    /// <summary>The selectors of a metric, with their braces; empty where it has none.</summary>
    public static IEnumerable<string> Braces(string query, string metric) =>
        Regex.Matches(query, $@"(?<![\w:]){Regex.Escape(metric)}(?![\w:])\s*(?<braces>\{{[^}}]*\}})?").Select(match => match.Groups["braces"].Value);

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""")]
    private static partial Regex Texts();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Matchers();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Ranges();

    [GeneratedRegex(@"\b(?:by|without|on|ignoring|group_left|group_right)\s*\((?<labels>[^)]*)\)")]
    private static partial Regex Lists();

    // What an opening bracket follows is a function.
    [GeneratedRegex(@"(?<![\w:.$])[a-zA-Z_:][\w:]*(?![\w:])(?!\s*\()")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<label>[a-zA-Z_]\w*)\s*(?:=~|!~|!=|=)\s*""")]
    private static partial Regex Matched();
}
