using System.Text.Json;
using System.Text.RegularExpressions;

namespace MonitoringDemo.ControlRoom.Tests.Dashboards;

/// <summary>Over every dashboard in the repository: it is JSON that Grafana takes, and asks only for metrics of the telemetry contract.</summary>
public sealed partial class DashboardTests
{
    /// <summary>The contract: name and labels. A histogram is queried by its buckets, sum or count.</summary>
    private static readonly Dictionary<string, string[]> s_contract = new()
    {
        ["mlops_predictions_total"] = ["model", "model_version", "role", "outcome"],
        ["mlops_prediction_duration_seconds"] = ["model", "stage", "le"],
        ["mlops_feature_bin_ratio"] = ["model", "feature", "bin", "window"],
        ["mlops_feature_drift_score"] = ["model", "feature", "method"],
        ["mlops_feature_drift_threshold"] = ["model", "feature", "method"],
        ["mlops_prediction_drift_score"] = ["model", "method"],
        ["mlops_drift_checks_total"] = ["model", "result"],
        ["mlops_drift_last_check_timestamp_seconds"] = ["model"],
        ["mlops_drift_last_detected_timestamp_seconds"] = ["model"],
        ["mlops_data_quality_violations_total"] = ["model", "feature", "check"],
        ["mlops_outcomes_received_total"] = ["model"],
        ["mlops_outcome_delay_seconds"] = ["model", "le"],
        ["mlops_model_score"] = ["model", "role", "metric", "basis"],
        ["mlops_decisions_total"] = ["model", "action"],
        ["mlops_retraining_runs_total"] = ["model", "trigger", "outcome"],
        ["mlops_retraining_stage_duration_seconds"] = ["model", "stage", "le"],
        ["mlops_retraining_in_progress"] = ["model"],
        ["mlops_model_info"] = ["model", "model_version", "role", "algorithm"],
        ["mlops_model_promoted_timestamp_seconds"] = ["model"],
        ["mlops_drift_to_promotion_seconds"] = ["model", "le"],
        ["mlops_inference_log_offset"] = ["model", "reader"],
        ["mlops_inference_log_lag"] = ["model", "reader"],
        ["mlops_alerts_total"] = ["alert", "severity"],
        ["mlops_notifications_total"] = ["channel", "outcome"],
    };

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder(), "*.json").Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_query_asks_for_metrics_and_labels_of_the_contract(string file)
    {
        var queries = Queries(Read(file)).ToList();

        queries.ShouldNotBeEmpty();
        foreach (var query in queries)
        {
            var metrics = Metrics().Matches(query).Select(m => Base(m.Value)).Distinct().ToList();
            metrics.ShouldNotBeEmpty(query);
            metrics.ShouldAllBe(metric => s_contract.ContainsKey(metric), query);
            var known = metrics.SelectMany(metric => s_contract[metric]).ToHashSet();
            Labels(query).ShouldAllBe(label => known.Contains(label), query);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_panel_says_what_it_shows_and_in_which_unit(string file)
    {
        foreach (var panel in Read(file).GetProperty("panels").EnumerateArray())
        {
            var title = panel.GetProperty("title").GetString()!;
            panel.GetProperty("description").GetString().ShouldNotBeNullOrWhiteSpace(title);
            panel.GetProperty("fieldConfig").GetProperty("defaults").GetProperty("unit").GetString().ShouldNotBeNullOrWhiteSpace(title);
            panel.GetProperty("targets").GetArrayLength().ShouldBeGreaterThan(0, title);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_works_with_any_data_source_and_any_model(string file)
    {
        var dashboard = Read(file);

        var variables = dashboard.GetProperty("templating").GetProperty("list").EnumerateArray().Select(v => v.GetProperty("name").GetString());
        variables.ShouldBe(["datasource", "model"], ignoreOrder: true);
        dashboard.GetProperty("schemaVersion").GetInt32().ShouldBeGreaterThanOrEqualTo(39);
        dashboard.GetProperty("panels").EnumerateArray().Select(p => p.GetProperty("id").GetInt32()).ShouldBeUnique();
        dashboard.GetProperty("panels").EnumerateArray()
            .ShouldAllBe(p => p.GetProperty("datasource").GetProperty("uid").GetString() == "${datasource}");
    }

    /// <summary>Every string under <c>expr</c>, wherever it stands.</summary>
    private static IEnumerable<string> Queries(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p =>
            p is { Name: "expr", Value.ValueKind: JsonValueKind.String } ? [p.Value.GetString()!] : Queries(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Queries),
        _ => [],
    };

    private static IEnumerable<string> Labels(string query) =>
        Grouped().Matches(query).SelectMany(m => m.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries))
            .Concat(Matched().Matches(query).Select(m => m.Groups[1].Value));

    private static string Base(string metric) => s_contract.ContainsKey(metric) ? metric : Suffix().Replace(metric, "");

    private static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), file)));
        return document.RootElement.Clone();
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MonitoringDemo.sln")))
            folder = folder.Parent;

        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("MonitoringDemo.sln is in no parent folder."), "dashboards");
    }

    [GeneratedRegex(@"\bmlops_[a-z_]+\b")]
    private static partial Regex Metrics();

    [GeneratedRegex(@"\b(?:by|on|without|ignoring)\s*\(([^)]+)\)")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b([a-z_]+)\s*(?:=~|!~|!=|=)\s*""")]
    private static partial Regex Matched();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Suffix();
}
