using System.Text.RegularExpressions;
using MonitoringDemo.Dashboards.Tests.Lint;
using static MonitoringDemo.Dashboards.Tests.Lint.RuleFile;

namespace MonitoringDemo.Dashboards.Tests;

public sealed partial class RuleTests
{
    private static readonly IReadOnlyList<RuleFile> _files = RuleFile.In(Root.PathOf("deploy", "prometheus", "rules"));
    private static readonly IReadOnlyList<RuleFile> _tests = RuleFile.In(Root.PathOf("deploy", "prometheus", "tests"));
    private static readonly Dictionary<string, Dictionary<string, object?>> _alerts = _files.SelectMany(file => file.Alerts).ToDictionary(alert => Text(alert, "alert"));

    public static TheoryData<string> Alerts => [.. _alerts.Keys];

    [Fact]
    public async Task Promtool_takes_the_rules_and_both_configurations()
    {
        await Tool.RunAsync("promtool", ["check", "rules", .. _files.Select(file => $"deploy/prometheus/rules/{file.Name}")]);

        // What is named there lies elsewhere: the token in a container.
        var checkedConfig = await Tool.RunAsync("promtool", "check", "config", "deploy/prometheus/prometheus.yml");
        await Tool.RunAsync("promtool", "check", "config", "--syntax-only", "deploy/prometheus/compose.yml");

        checkedConfig.ShouldContain($"{_files.Count} rule files found");
    }

    [Fact]
    public async Task Promtool_sees_every_alert_fire_stay_silent_and_end_as_its_tests_say()
    {
        var output = await Tool.RunAsync("promtool", ["test", "rules", .. _tests.Select(file => $"deploy/prometheus/tests/{file.Name}")]);

        output.ShouldNotContain("FAILED");
    }

    [Theory]
    [MemberData(nameof(Alerts))]
    public void An_alert_says_who_has_to_act_how_soon_and_where_to_read_on(string name)
    {
        var (labels, annotations) = (Map(_alerts[name], "labels"), Map(_alerts[name], "annotations"));

        Text(labels, "severity").ShouldBeOneOf("critical", "warning", "none");
        Text(labels, "team").ShouldBeOneOf("platform", "model-owner", "data-owner");
        Text(annotations, "summary").ShouldEndWith(".");
        Text(annotations, "description").ShouldEndWith(".");
        Text(annotations, "runbook_url").ShouldBe($"docs/runbooks/{name}.md");
        var board = Text(annotations, "dashboard").Split('?')[0];
        File.Exists(Root.PathOf("dashboards", $"{board.Replace("/d/monitoringdemo-", "", StringComparison.Ordinal)}.json")).ShouldBeTrue(board);
    }

    [Theory]
    [MemberData(nameof(Alerts))]
    public void A_runbook_says_what_an_alert_means_what_to_look_at_and_what_to_do(string name)
    {
        var lines = File.ReadAllLines(Root.PathOf("docs", "runbooks", $"{name}.md"));

        lines[0].ShouldBe($"# {name}");
        lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).ShouldBe(["## What it means", "## What to look at", "## What to do"]);
    }

    [Theory]
    [MemberData(nameof(Alerts))]
    public void An_alert_is_seen_to_fire_and_to_be_silent(string name)
    {
        var expectations = _tests.SelectMany(file => file.Expectations).Where(each => Text(each, "alertname") == name).ToList();

        expectations.ShouldContain(each => List(each, "exp_alerts").Any(), "it fires");
        if (name != "Watchdog") expectations.ShouldContain(each => !List(each, "exp_alerts").Any(), "it is silent");
    }

    [Fact]
    public void No_rule_asks_for_what_nobody_exports()
    {
        var breaches = _files.SelectMany(file => file.Rules).SelectMany(rule => Contract.Breaches(Text(rule, "expr")).Select(breach => $"{Text(rule, "alert")}{Text(rule, "record")}: {breach}"));

        breaches.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_recorded_is_used_and_what_is_used_is_recorded()
    {
        var recorded = _files.SelectMany(file => file.Rules).Select(rule => Text(rule, "record")).Where(name => name.Length > 0);

        var used = _files.SelectMany(file => file.Rules).SelectMany(rule => PromQl.Selectors(Text(rule, "expr"))).Select(selector => selector.Metric).Where(metric => metric.Contains(':', StringComparison.Ordinal)).Distinct();

        used.ShouldBe(recorded, ignoreOrder: true);
    }

    [Fact]
    public void Every_runbook_is_that_of_an_alert()
    {
        var runbooks = Directory.GetFiles(Root.PathOf("docs", "runbooks")).Select(Path.GetFileNameWithoutExtension);

        // The alerting service has a table of its own; its tests see to the runbooks of that.
        var ofTheService = ServiceAlert().Matches(File.ReadAllText(Root.PathOf("services", "Alerting", "Raise", "AlertRules.cs"))).Select(match => match.Groups[1].Value);
        runbooks.ShouldBe(_alerts.Keys.Concat(ofTheService), ignoreOrder: true);
    }

    [GeneratedRegex("new\\(\"([A-Za-z]+)\"")]
    private static partial Regex ServiceAlert();
}
