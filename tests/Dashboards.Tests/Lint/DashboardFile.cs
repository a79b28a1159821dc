using System.Text.Json.Nodes;

namespace MonitoringDemo.Dashboards.Tests.Lint;

/// <summary>A dashboard as Grafana reads it.</summary>
internal sealed record DashboardFile(string Name, JsonObject Json)
{
    public static IReadOnlyList<DashboardFile> In(string folder) =>
        [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(path => new DashboardFile(Path.GetFileName(path), (JsonObject)JsonNode.Parse(File.ReadAllText(path))!))];

    public string Uid => Text(Json, "uid");

    public IEnumerable<JsonObject> Panels => List(Json, "panels");

    /// <summary>Panels that show values.</summary>
    public IEnumerable<JsonObject> Charts => Panels.Where(panel => Text(panel, "type") != "text");

    public IEnumerable<JsonObject> Annotations => Json["annotations"] is JsonObject node ? List(node, "list") : [];

    public IEnumerable<JsonObject> Variables => Json["templating"] is JsonObject node ? List(node, "list") : [];

    /// <summary>Every query of a panel, with the panel's title.</summary>
    public IEnumerable<PanelQuery> Queries =>
        from panel in Charts
        from target in List(panel, "targets")
        select new PanelQuery(Text(panel, "title"), Text(target, "expr"), Text(target, "legendFormat"), target["instant"] is JsonValue instant && instant.GetValue<bool>(), Text(target, "format"));

    /// <summary>What is asked for the lines on the time axis.</summary>
    public IEnumerable<string> Moments => Annotations.Select(annotation => Text(annotation, "expr"));

    public static string Text(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    public static IEnumerable<JsonObject> List(JsonObject json, string name) => json[name] is JsonArray array ? array.OfType<JsonObject>() : [];
}
