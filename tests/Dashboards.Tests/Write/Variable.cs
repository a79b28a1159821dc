using System.Text.Json.Nodes;

namespace MonitoringDemo.Dashboards.Tests.Write;

/// <summary>A choice at the top of a dashboard, filled from the labels of a metric.</summary>
/// <param name="Name">How queries call it.</param>
/// <param name="Label">How people see it.</param>
/// <param name="Values">A query of the kind <c>label_values(metric, label)</c>.</param>
/// <param name="Several">Whether several, or all, can be chosen.</param>
internal sealed record Variable(string Name, string Label, string Values, bool Several = false)
{
    public static Variable Model { get; } = new("model", "Model", "label_values(mlops_predictions_total, model)");

    public static JsonObject Datasource() => new()
    {
        ["name"] = "datasource",
        ["label"] = "Data source",
        ["type"] = "datasource",
        ["query"] = "prometheus",
        ["refresh"] = 1,
        ["hide"] = 0,
        ["current"] = new JsonObject(),
    };

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["name"] = Name,
            ["label"] = Label,
            ["type"] = "query",
            ["datasource"] = Panel.Source(),
            ["definition"] = Values,
            ["query"] = new JsonObject { ["query"] = Values, ["refId"] = Name },
            // With every change of the time range: a model that came later is offered, too.
            ["refresh"] = 2,
            ["sort"] = 3,
            ["hide"] = 0,
            ["includeAll"] = Several,
            ["multi"] = Several,
            ["current"] = Several ? new JsonObject { ["text"] = "All", ["value"] = "$__all" } : new JsonObject(),
        };
        if (Several) json["allValue"] = ".*";
        return json;
    }
}
