using System.Text.Json.Nodes;
using MonitoringDemo.Dashboards.Tests.Lint;

namespace MonitoringDemo.Dashboards.Tests;

public sealed class LintTests
{
    /// <summary>One fault for each thing that the rules look for, done to a dashboard that is well.</summary>
    private static readonly Dictionary<string, (string Rule, Action<JsonObject> Do)> _faults = new()
    {
        ["it can be edited"] = ("the file can be provisioned", json => json["editable"] = true),
        ["it was exported for another Grafana"] = ("the file can be provisioned", json => json["__inputs"] = new JsonArray()),
        ["a panel has a data source of its own"] = ("the data source is a variable", json => Panel(json)["datasource"] = new JsonObject { ["uid"] = "prometheus" }),
        ["a variable is misspelt"] = ("variables are known, used and filled anew", json => Ask(json, """max by (model) (mlops_quarantines_open{model="$modell"})""")),
        ["a variable keeps its first values"] = ("variables are known, used and filled anew", json => json["templating"]!["list"]![1]!["refresh"] = 1),
        ["a panel has no description"] = ("panels say what they are", json => Panel(json)["description"] = ""),
        ["a panel is of a removed type"] = ("panels say what they are", json => Panel(json)["type"] = "graph"),
        ["a panel has no unit"] = ("panels have a unit", json => Panel(json)["fieldConfig"]!["defaults"]!["unit"] = ""),
        ["a panel asks nothing"] = ("panels ask something", json => Panel(json)["targets"] = new JsonArray()),
        ["a panel covers another"] = ("panels stand side by side", json => Panel(json)["gridPos"]!["y"] = 0),
        ["a panel leaves a gap"] = ("panels stand side by side", json => Panel(json)["gridPos"]!["w"] = 3),
        ["a panel stands outside"] = ("panels stand side by side", json => Panel(json)["gridPos"]!["x"] = 23),
        ["an annotation paints bands"] = ("moments are lines", json => json["annotations"]!["list"]![0]!["useValueForTime"] = false),
        ["a counter is shown as it is"] = ("counters are looked at as rates", json => Ask(json, """sum(mlops_findings_total{model="$model"})""")),
        ["a gauge is looked at as a rate"] = ("counters are looked at as rates", json => Ask(json, """sum(rate(mlops_findings_open{model="$model"}[$__rate_interval]))""")),
        ["a window is fixed"] = ("windows follow the time range", json => Ask(json, """sum(rate(mlops_findings_total{model="$model"}[5m]))""")),
        ["a series is shown for each process"] = ("replicas are not counted twice", json => Ask(json, """mlops_findings_open{model="$model"}""")),
        ["every model is added up"] = ("the model that was chosen is asked for", json => Ask(json, "sum(mlops_findings_open)")),
        ["a metric was renamed"] = ("metrics and labels are those of the contract", json => Ask(json, """max by (model) (mlops_findings_opened{model="$model"})""")),
        ["a label is misspelt"] = ("metrics and labels are those of the contract", json => Ask(json, """max by (kinds) (mlops_findings_open{model="$model"})""")),
        ["a link leads nowhere"] = ("links lead to dashboards that are there", json => Panel(json)["fieldConfig"]!["defaults"]!["links"] = new JsonArray(new JsonObject { ["url"] = "/d/monitoringdemo-nowhere" })),
    };

    private static readonly IReadOnlyList<DashboardFile> _files = DashboardFile.In(Root.PathOf("dashboards"));

    public static TheoryData<string> Files => [.. _files.Select(file => file.Name)];

    public static TheoryData<string> Faults => [.. _faults.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_dashboard_keeps_every_rule(string name)
    {
        var file = _files.Single(each => each.Name == name);

        var broken = Rules.All.SelectMany(rule => rule.Value(file).Select(what => $"{rule.Key}: {what}"));

        broken.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_seen_by_its_rule(string fault)
    {
        var (rule, spoil) = _faults[fault];
        var file = _files.Single(each => each.Name == "quality.json");
        var spoilt = file with { Json = (JsonObject)file.Json.DeepClone() };

        spoil(spoilt.Json);

        Rules.All.Where(each => each.Value(spoilt).Any()).Select(each => each.Key).ShouldContain(rule);
    }

    [Fact]
    public void Every_rule_is_tried_by_a_fault()
    {
        var tried = _faults.Values.Select(fault => fault.Rule).Distinct();

        tried.ShouldBe(Rules.All.Keys, ignoreOrder: true);
    }

    [Fact]
    public void The_panel_that_a_lab_shows_as_its_solution_keeps_every_rule()
    {
        var file = _files.Single(each => each.Name == "quality.json");
        var board = file with { Json = (JsonObject)file.Json.DeepClone() };
        var panel = (JsonObject)JsonNode.Parse(File.ReadAllText(Root.PathOf("labs", "08-alert-and-panel", "solution", "panel.json")))!;
        foreach (var place in new[] { "id", "gridPos" }) panel[place] = Panel(board.Json)[place]!.DeepClone();

        board.Json["panels"]![1] = panel;

        Rules.All.SelectMany(rule => rule.Value(board).Select(what => $"{rule.Key}: {what}")).ShouldBeEmpty();
    }

    // The first figure, and a query of it that is not asked for one moment alone.
    private static JsonObject Panel(JsonObject json) => (JsonObject)json["panels"]![1]!;

    private static void Ask(JsonObject json, string query)
    {
        var target = (JsonObject)Panel(json)["targets"]![0]!;
        (target["expr"], target["instant"]) = (query, false);
    }
}
