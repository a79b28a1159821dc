using System.Text.Json.Nodes;
using static MonitoringDemo.Demo.Labs.Alerts.YamlText;

namespace MonitoringDemo.Demo.Labs.Alerts;

/// <summary>The alert that a participant wrote, and its tests.</summary>
internal sealed class WrittenAlert
{
    public const string RulesFile = "rules.yml";
    public const string TestsFile = "tests.yml";

    private static readonly string[] s_severities = ["critical", "warning"];
    private static readonly string[] s_teams = ["model-owner", "data-owner", "platform"];

    private readonly JsonObject _rules;
    private readonly JsonObject _rule;

    private WrittenAlert(JsonObject rules, JsonObject rule) => (_rules, _rule) = (rules, rule);

    public string Name => Text(_rule, "alert");

    public string Query => Text(_rule, "expr");

    /// <summary>How long it has to hold.</summary>
    public string For => Text(_rule, "for");

    /// <summary>The one alert of a folder.</summary>
    /// <returns>Null, and what is wrong, where there is not exactly one.</returns>
    public static (WrittenAlert? Alert, string Problem) Read(string work)
    {
        var rules = YamlText.Read(Path.Combine(work, RulesFile));
        var alerts = Maps(rules, "groups").SelectMany(group => Maps(group, "rules")).Where(rule => rule.ContainsKey("alert")).ToList();
        return alerts.Count == 1 ? (new WrittenAlert(rules, alerts[0]), "") : (null, $"{RulesFile} has {alerts.Count} alerts; one is wanted, in groups, rules.");
    }

    /// <summary>What is missing for somebody who is called at night; null when nothing is.</summary>
    public string? FirstMissing()
    {
        var (labels, annotations) = (_rule["labels"] as JsonObject, _rule["annotations"] as JsonObject);
        if (Name.Length == 0) return "The alert has no name.";
        if (Query.Trim().Length == 0) return $"{Name} has no expr.";
        if (!s_severities.Contains(Text(labels, "severity"))) return $"{Name} needs the label severity, one of {string.Join(", ", s_severities)}: it decides whether somebody is woken.";
        if (!s_teams.Contains(Text(labels, "team"))) return $"{Name} needs the label team, one of {string.Join(", ", s_teams)}: it decides who is called.";
        foreach (var name in new[] { "summary", "description" })
        {
            if (!Text(annotations, name).EndsWith('.')) return $"{Name} needs the annotation {name}, a sentence with its full stop.";
        }

        return !Text(annotations, "summary").Contains("{{ $labels.model }}", StringComparison.Ordinal) ? $"The summary of {Name} does not name the model; write {{{{ $labels.model }}}}." : null;
    }

    /// <summary>Expectations of the participant's tests about it.</summary>
    /// <returns>How many want it to fire, and how many to be silent.</returns>
    public (int Fires, int Silent) Expectations(string work)
    {
        var about = Maps(YamlText.Read(Path.Combine(work, TestsFile)), "tests").SelectMany(test => Maps(test, "alert_rule_test")).Where(each => Text(each, "alertname") == Name).ToList();
        var fires = about.Count(each => Maps(each, "exp_alerts").Any());
        return (fires, about.Count - fires);
    }

    /// <summary>Writes the rules without this alert's <c>for</c>, for a test that is to notice it.</summary>
    public void WriteWithoutFor(string path)
    {
        var copy = (JsonObject)_rules.DeepClone();
        foreach (var rule in Maps(copy, "groups").SelectMany(group => Maps(group, "rules"))) rule.Remove("for");
        File.WriteAllText(path, copy.ToJsonString());
    }
}
