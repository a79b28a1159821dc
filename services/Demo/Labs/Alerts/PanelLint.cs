using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static MonitoringDemo.Demo.Labs.Alerts.YamlText;

namespace MonitoringDemo.Demo.Labs.Alerts;

/// <summary>What a panel of Grafana keeps here, whoever wrote it: the rules of the repository's dashboards that concern one panel.</summary>
internal sealed partial class PanelLint
{
    public const string FileName = "panel.json";

    private const string Source = "${datasource}";
    private const int MostQueries = 6;

    private static readonly string[] s_types = ["stat", "timeseries", "bargauge", "state-timeline", "table", "heatmap", "barchart"];
    private static readonly string[] s_units = ["percentunit", "short", "none", "s", "cps", "reqps", "bytes"];
    private static readonly JsonDocumentOptions s_format = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly JsonObject _panel;

    private PanelLint(JsonObject panel) => _panel = panel;

    /// <summary>What it asks Prometheus.</summary>
    public IReadOnlyList<string> Queries => [.. Maps(_panel, "targets").Select(target => Text(target, "expr"))];

    /// <exception cref="UnusableInputException">The file is not there or is no JSON object.</exception>
    public static PanelLint Read(string work)
    {
        var path = Path.Combine(work, FileName);
        try
        {
            return new PanelLint(JsonNode.Parse(File.ReadAllText(path), documentOptions: s_format) as JsonObject ?? throw new UnusableInputException($"'{path}' is no JSON object."));
        }
        catch (JsonException e)
        {
            throw new UnusableInputException($"'{path}' is no JSON, {JsonMistake.Of(e)}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"'{path}' cannot be read ({e.Message.TrimEnd('.')}); 'lab reset' puts the starting files there.", e);
        }
    }

    /// <summary>The first rule that it breaks; null when it keeps all.</summary>
    /// <param name="exported">The metrics that a fleet exports, with their labels.</param>
    public string? FirstBroken(IReadOnlyDictionary<string, HashSet<string>> exported) => Looks().Concat(Queries.SelectMany(query => Asks(query, exported))).FirstOrDefault();

    private IEnumerable<string> Looks()
    {
        var targets = Maps(_panel, "targets").ToList();
        if (Text(_panel, "title").Length == 0) yield return "It has no title.";
        if (!Text(_panel, "description").EndsWith('.')) yield return "Its description is no sentence: who looks at night reads there what the lines mean.";
        if (!s_types.Contains(Text(_panel, "type"))) yield return $"Its type '{Text(_panel, "type")}' is none of Grafana without plugins, or a removed one: {string.Join(", ", s_types)}.";
        if (!s_units.Contains(Text(_panel["fieldConfig"]?["defaults"] as JsonObject, "unit"))) yield return $"fieldConfig.defaults.unit is none of {string.Join(", ", s_units)}; a share is percentunit.";
        if (targets.Count is 0 or > MostQueries) yield return $"It asks {targets.Count} questions; 1 to {MostQueries} are readable.";
        if (targets.Select(target => Text(target, "refId")).Distinct().Count() != targets.Count) yield return "Two of its targets have one refId.";
        if (targets.Append(_panel).Any(each => Text(each["datasource"] as JsonObject, "uid") != Source)) yield return $"Panel and targets have to use the data source {Source}: any other belongs to one Grafana.";
        if (targets.Any(target => Text(target, "expr").Trim().Length == 0)) yield return "A target has no expr.";
    }

    private static IEnumerable<string> Asks(string query, IReadOnlyDictionary<string, HashSet<string>> exported)
    {
        foreach (var metric in QueryNames.Metrics(query))
        {
            if (!exported.TryGetValue(metric, out var labels))
            {
                yield return $"The fleet exports no '{metric}'.";
                continue;
            }

            if (labels.Contains("model") && QueryNames.Braces(query, metric).Any(braces => !braces.Contains("model=\"$model\"", StringComparison.Ordinal))) yield return $"{metric} is asked of every model; write {metric}{{model=\"$model\"}}.";
            var isDelta = Regex.IsMatch(query, $@"\b(?:rate|increase)\s*\(\s*{Regex.Escape(metric)}\b");
            if (Counter().IsMatch(metric) != isDelta) yield return isDelta ? $"{metric} is a gauge, and no rate has a meaning." : $"{metric} only grows: look at its rate or increase.";
        }

        foreach (var label in QueryNames.Labels(query).Except(QueryNames.Metrics(query).SelectMany(metric => exported.GetValueOrDefault(metric, [])))) yield return $"None of its metrics has a label '{label}'.";
        if (Window().Matches(query).FirstOrDefault(match => match.Groups["window"].Value != "$__rate_interval") is { } window) yield return $"The window {window.Value} is fixed; [$__rate_interval] follows the time range.";
        if (!Aggregated().IsMatch(query)) yield return $"'{query}' is shown once for each process; begin with max by (model) (…) or another aggregation.";
    }

    [GeneratedRegex("_(total|bucket|count|sum)$")]
    private static partial Regex Counter();

    [GeneratedRegex(@"\[(?<window>[^\]]*)\]")]
    private static partial Regex Window();

    [GeneratedRegex(@"\b(?:sum|max|min|avg|count|topk)\b")]
    private static partial Regex Aggregated();
}
