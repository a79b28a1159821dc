using System.Text.Json.Nodes;

namespace MonitoringDemo.Dashboards.Tests.Write;

/// <summary>One panel, without its place: that follows from the order in the board.</summary>
internal sealed record Panel(string Type, string Title, string Description, int Width, int Height)
{
    public IReadOnlyList<Query> Queries { get; init; } = [];

    /// <summary>Grafana's name of the unit; null for a panel without values.</summary>
    public string? Unit { get; init; }

    public int? Decimals { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    public IReadOnlyList<Step> Steps { get; init; } = Step.Neutral;

    /// <summary>Texts instead of values.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();

    /// <summary>Series by name that have a colour of their own, and whether they are dashed.</summary>
    public IReadOnlyList<(string Series, string Colour, bool Dashed)> Series { get; init; } = [];

    /// <summary>The board that says more; model, data source and time are kept.</summary>
    public string? More { get; init; }

    public JsonObject Custom { get; init; } = [];

    public JsonObject Options { get; init; } = [];

    public JsonArray Transformations { get; init; } = [];

    /// <summary>The panel at its place.</summary>
    public JsonObject ToJson(int id, int x, int y)
    {
        var json = new JsonObject { ["id"] = id, ["type"] = Type, ["title"] = Title, ["description"] = Description };
        json["gridPos"] = new JsonObject { ["x"] = x, ["y"] = y, ["w"] = Width, ["h"] = Height };
        json["options"] = Options.DeepClone();
        // Who stands before a wall has no tooltip: the limits stand under the figure.
        if (Limits is not null) json["options"]!["textMode"] = "value_and_name";
        if (Type == "text") return json;

        json["datasource"] = Source();
        json["fieldConfig"] = new JsonObject { ["defaults"] = Defaults(), ["overrides"] = new JsonArray([.. Series.Select(Override)]) };
        json["targets"] = new JsonArray([.. Queries.Select(Target)]);
        if (Transformations.Count > 0) json["transformations"] = Transformations.DeepClone();
        return json;
    }

    public static JsonObject Source() => new() { ["type"] = "prometheus", ["uid"] = "${datasource}" };

    private JsonObject Defaults()
    {
        var defaults = new JsonObject { ["unit"] = Unit, ["color"] = new JsonObject { ["mode"] = Type is "timeseries" or "barchart" ? "palette-classic" : "thresholds" } };
        if (Decimals is { } decimals) defaults["decimals"] = decimals;
        if (Min is { } min) defaults["min"] = min;
        if (Max is { } max) defaults["max"] = max;
        defaults["thresholds"] = new JsonObject { ["mode"] = "absolute", ["steps"] = new JsonArray([.. Steps.Select(step => new JsonObject { ["color"] = step.Colour, ["value"] = step.From })]) };
        if (Words.Count > 0)
        {
            var words = new JsonObject();
            foreach (var (value, text) in Words) words[value] = new JsonObject { ["text"] = text };
            defaults["mappings"] = new JsonArray(new JsonObject { ["type"] = "value", ["options"] = words });
        }

        if (More is not null)
            defaults["links"] = new JsonArray(new JsonObject { ["title"] = "Look closer", ["url"] = $"/d/{Board.UidOf(More)}?${{datasource:queryparam}}&${{model:queryparam}}&${{__url_time_range}}" });
        if (Custom.Count > 0) defaults["custom"] = Custom.DeepClone();
        return defaults;
    }

    private static JsonObject Override((string Series, string Colour, bool Dashed) series)
    {
        var properties = new JsonArray(new JsonObject { ["id"] = "color", ["value"] = new JsonObject { ["mode"] = "fixed", ["fixedColor"] = series.Colour } });
        if (series.Dashed) properties.Add(new JsonObject { ["id"] = "custom.lineStyle", ["value"] = new JsonObject { ["fill"] = "dash", ["dash"] = new JsonArray(10, 8) } });
        return new JsonObject { ["matcher"] = new JsonObject { ["id"] = "byName", ["options"] = series.Series }, ["properties"] = properties };
    }

    private string? Limits => Type == "stat" ? Step.Limits(Steps, Unit) : null;

    private JsonObject Target(Query query, int index)
    {
        var target = new JsonObject { ["refId"] = ((char)('A' + index)).ToString(), ["datasource"] = Source(), ["expr"] = query.Expr, ["legendFormat"] = Limits is null ? query.Legend : $"{query.Legend}: {Limits}", ["format"] = query.Format };
        if (query.Instant) (target["instant"], target["range"]) = (true, false);
        if (query.Exemplar) target["exemplar"] = true;
        return target;
    }
}
