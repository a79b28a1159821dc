using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static MonitoringDemo.Dashboards.Tests.Lint.DashboardFile;

namespace MonitoringDemo.Dashboards.Tests.Lint;

/// <summary>What every dashboard keeps: the rules of grafana/dashboard-linter that apply to one fleet, and some of our own. Each returns what breaks it.</summary>
internal static partial class Rules
{
    private const int Columns = 24;
    private const int MostPanels = 16;
    private const int MostSeries = 6;
    private static readonly string[] _units = ["percentunit", "short", "none", "s", "cps", "reqps", "bytes", "suffix: points", "suffix: an hour"];
    private static readonly string[] _types = ["text", "stat", "timeseries", "bargauge", "state-timeline", "table", "heatmap", "barchart"];

    public static IReadOnlyDictionary<string, Func<DashboardFile, IEnumerable<string>>> All { get; } = new Dictionary<string, Func<DashboardFile, IEnumerable<string>>>(QueryRules.All)
    {
        ["the file can be provisioned"] = Provisioned,
        ["the data source is a variable"] = Datasource,
        ["variables are known, used and filled anew"] = Variables,
        ["panels say what they are"] = Described,
        ["panels have a unit"] = Units,
        ["panels ask something"] = Asks,
        ["panels stand side by side"] = Places,
        ["moments are lines"] = Moments,
    };

    private static IEnumerable<string> Provisioned(DashboardFile file)
    {
        if (file.Json["editable"]?.GetValue<bool>() != false) yield return "it can be edited in the browser, where the change is lost";
        if (file.Json["schemaVersion"]?.GetValue<int>() != 42) yield return "schemaVersion is not 42";
        if (file.Json["id"] is not null) yield return "it has an id, which belongs to one Grafana";
        if (file.Json["__inputs"] is not null || file.Json.ToJsonString().Contains("${DS_", StringComparison.Ordinal)) yield return "it asks for inputs, which nobody gives when it is provisioned";
        if (file.Uid != $"monitoringdemo-{Path.GetFileNameWithoutExtension(file.Name)}") yield return "its uid does not follow from the name of the file";
        if (!((JsonArray?)file.Json["tags"] ?? []).Any(tag => tag?.GetValue<string>() == "monitoringdemo")) yield return "it lacks the tag that links the dashboards with each other";
        var link = List(file.Json, "links").SingleOrDefault(each => Text(each, "type") == "dashboards");
        if (link is null || link["includeVars"]?.GetValue<bool>() != true || link["keepTime"]?.GetValue<bool>() != true) yield return "its links to the others do not keep model and time";
    }

    private static IEnumerable<string> Datasource(DashboardFile file)
    {
        if (!file.Variables.Any(variable => Text(variable, "name") == "datasource" && Text(variable, "type") == "datasource" && Text(variable, "label") == "Data source"))
            yield return "there is no variable `datasource` called Data source";
        var users = file.Charts.Concat(file.Charts.SelectMany(panel => List(panel, "targets"))).Concat(file.Annotations).Concat(file.Variables.Where(variable => Text(variable, "type") == "query"));
        foreach (var user in users.Where(user => user["datasource"] is not JsonObject source || Text(source, "uid") != "${datasource}"))
            yield return $"{Text(user, "title")}{Text(user, "name")}{Text(user, "refId")} does not use ${{datasource}}";
    }

    private static IEnumerable<string> Variables(DashboardFile file)
    {
        var known = file.Variables.Select(variable => Text(variable, "name")).ToList();
        var questions = file.Variables.Select(variable => Text(variable, "definition")).Concat(file.Queries.Select(query => query.Expr)).Concat(file.Moments).ToList();
        var used = questions.SelectMany(text => Variable().Matches(text)).Select(match => match.Groups[1].Value).Where(name => !name.StartsWith("__", StringComparison.Ordinal)).ToHashSet();
        foreach (var name in used.Except(known)) yield return $"${name} is not known";
        foreach (var name in known.Except(used).Except(["datasource"])) yield return $"${name} is not used";
        foreach (var variable in file.Variables.Where(variable => Text(variable, "type") == "query" && variable["refresh"]?.GetValue<int>() != 2))
            yield return $"{Text(variable, "name")} is not filled anew when the time range changes";
    }

    private static IEnumerable<string> Described(DashboardFile file)
    {
        if (file.Panels.Count() > MostPanels) yield return $"more than {MostPanels} panels";
        if (!Text(file.Json, "description").EndsWith('?')) yield return "it does not say which question it answers";
        if (file.Panels.FirstOrDefault() is not { } first || Text(first, "type") != "text" || first["options"] is not JsonObject options || Text(options, "content").Length < 100) yield return "it does not begin with how to read it";
        foreach (var panel in file.Panels.Where(panel => Text(panel, "title").Length == 0 || !Text(panel, "description").EndsWith('.'))) yield return $"panel {panel["id"]} has no title or no sentence that describes it";
        foreach (var twice in file.Panels.GroupBy(panel => Text(panel, "title")).Where(group => group.Count() > 1)) yield return $"two panels are called {twice.Key}";
        foreach (var panel in file.Panels.Where(panel => !_types.Contains(Text(panel, "type")))) yield return $"{Text(panel, "title")}: {Text(panel, "type")} is no panel of Grafana without plugins, or a removed one";
    }

    private static IEnumerable<string> Units(DashboardFile file) =>
        file.Charts.Where(panel => panel["fieldConfig"]?["defaults"] is not JsonObject defaults || !_units.Contains(Text(defaults, "unit"))).Select(panel => Text(panel, "title"));

    private static IEnumerable<string> Asks(DashboardFile file)
    {
        foreach (var panel in file.Charts)
        {
            var targets = List(panel, "targets").ToList();
            if (targets.Count is 0 or > MostSeries) yield return $"{Text(panel, "title")} asks {targets.Count} questions";
            if (targets.Select(target => Text(target, "refId")).Distinct().Count() != targets.Count) yield return $"{Text(panel, "title")} uses a refId twice";
            if (targets.Any(target => Text(target, "expr").Length == 0)) yield return $"{Text(panel, "title")} has an empty query";
        }
    }

    private static IEnumerable<string> Places(DashboardFile file)
    {
        var taken = new Dictionary<(int X, int Y), string>();
        if (file.Panels.Select(panel => panel["id"]?.GetValue<int>()).Distinct().Count() != file.Panels.Count()) yield return "two panels have one id";
        foreach (var panel in file.Panels)
        {
            int Of(string name) => panel["gridPos"]?[name]?.GetValue<int>() ?? -1;
            var title = Text(panel, "title");
            if (Of("x") < 0 || Of("y") < 0 || Of("w") < 1 || Of("h") < 2 || Of("x") + Of("w") > Columns) yield return $"{title} stands outside the {Columns} columns";
            var cells = from x in Enumerable.Range(Of("x"), Math.Max(0, Of("w"))) from y in Enumerable.Range(Of("y"), Math.Max(0, Of("h"))) select (x, y);
            foreach (var other in cells.Where(cell => !taken.TryAdd(cell, title)).Select(cell => taken[cell]).Distinct()) yield return $"{title} covers {other}";
        }

        var height = taken.Keys.Select(cell => cell.Y).DefaultIfEmpty(-1).Max() + 1;
        if (taken.Count < Columns * height) yield return "a gap is left between panels";
    }

    private static IEnumerable<string> Moments(DashboardFile file) =>
        file.Annotations.Where(each => each["useValueForTime"]?.GetValue<bool>() != true || Text(each, "expr") != (each["target"] is JsonObject target ? Text(target, "expr") : null)).Select(each => $"{Text(each, "name")} paints a band, or asks old and new Grafana different things");

    [GeneratedRegex(@"\$\{?(\w+)")]
    private static partial Regex Variable();
}
