using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MonitoringDemo.Dashboards.Tests.Write;

/// <summary>A dashboard: one question, and the panels that answer it.</summary>
/// <param name="Id">The file's name without its end, in kebab-case.</param>
/// <param name="Title">What stands in the list of dashboards.</param>
/// <param name="Question">What it answers.</param>
/// <param name="Panels">Left to right, row by row.</param>
internal sealed record Board(string Id, string Title, string Question, IReadOnlyList<Panel> Panels)
{
    private const int Columns = 24;
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Choices beside the data source and the model.</summary>
    public IReadOnlyList<Variable> Variables { get; init; } = [];

    public static string UidOf(string id) => $"monitoringdemo-{id}";

    /// <summary>The text of the file.</summary>
    public string ToText() => new JsonObject
    {
        ["uid"] = UidOf(Id),
        ["title"] = Title,
        ["description"] = Question,
        ["tags"] = new JsonArray("monitoringdemo"),
        ["schemaVersion"] = 42,
        ["version"] = 1,
        ["editable"] = false,
        ["graphTooltip"] = 1,
        ["refresh"] = "5s",
        ["time"] = new JsonObject { ["from"] = "now-15m", ["to"] = "now" },
        ["timezone"] = "browser",
        ["links"] = new JsonArray(new JsonObject
        {
            ["title"] = "Dashboards",
            ["type"] = "dashboards",
            ["tags"] = new JsonArray("monitoringdemo"),
            ["asDropdown"] = false,
            ["includeVars"] = true,
            ["keepTime"] = true,
            ["targetBlank"] = false,
        }),
        ["annotations"] = new JsonObject { ["list"] = Annotations.All() },
        ["templating"] = new JsonObject { ["list"] = new JsonArray([Variable.Datasource(), Variable.Model.ToJson(), .. Variables.Select(variable => variable.ToJson())]) },
        ["panels"] = Placed(),
    }.ToJsonString(_indented) + "\n";

    private JsonArray Placed()
    {
        var placed = new JsonArray();
        var (x, y, height) = (0, 0, 0);
        foreach (var panel in Panels)
        {
            if (x + panel.Width > Columns) (x, y, height) = (0, y + height, 0);
            placed.Add(panel.ToJson(placed.Count + 1, x, y));
            (x, height) = (x + panel.Width, Math.Max(height, panel.Height));
        }

        return placed;
    }
}
