using System.Text.Json.Nodes;

namespace MonitoringDemo.Dashboards.Tests.Write;

/// <summary>The kinds of panel that the dashboards are made of.</summary>
internal static class Panels
{
    /// <summary>What the dashboard answers and what to try, in Markdown.</summary>
    public static Panel Text(string markdown, int height = 4) => new("text", "How to read this", "What this dashboard answers, and what to look for.", 24, height)
    {
        Options = new JsonObject { ["mode"] = "markdown", ["content"] = markdown },
    };

    /// <summary>One figure.</summary>
    public static Panel Figure(string title, string description, string unit, Query query, int width = 4, int height = 4) => new("stat", title, description, width, height)
    {
        Unit = unit,
        Queries = [query with { Instant = true }],
        Options = new JsonObject
        {
            ["reduceOptions"] = LastValue(),
            ["colorMode"] = "value",
            ["graphMode"] = "none",
            ["textMode"] = "auto",
            ["justifyMode"] = "auto",
            ["orientation"] = "auto",
        },
    };

    /// <summary>One figure that is a label: the name of the series is shown.</summary>
    public static Panel Name(string title, string description, Query query, int width = 4, int height = 4)
    {
        var panel = Figure(title, description, "none", query, width, height);
        panel.Options["textMode"] = "name";
        return panel;
    }

    /// <summary>Values over time.</summary>
    public static Panel Lines(string title, string description, string unit, int width, int height, params Query[] queries) => new("timeseries", title, description, width, height)
    {
        Unit = unit,
        Queries = queries,
        Custom = new JsonObject { ["lineWidth"] = 2, ["fillOpacity"] = 0, ["showPoints"] = "never", ["spanNulls"] = true },
        Options = new JsonObject { ["legend"] = Legend(), ["tooltip"] = new JsonObject { ["mode"] = "multi", ["sort"] = "desc" } },
    };

    /// <summary>Things that happen now and then, stacked.</summary>
    public static Panel Happenings(string title, string description, int width, int height, params Query[] queries) => Lines(title, description, "short", width, height, queries) with
    {
        Min = 0,
        Custom = new JsonObject { ["drawStyle"] = "bars", ["fillOpacity"] = 80, ["lineWidth"] = 0, ["showPoints"] = "never", ["stacking"] = new JsonObject { ["mode"] = "normal", ["group"] = "A" } },
    };

    /// <summary>One bar for each label, the longest first when the query sorts.</summary>
    public static Panel Bars(string title, string description, string unit, int width, int height, params Query[] queries) => new("bargauge", title, description, width, height)
    {
        Unit = unit,
        Min = 0,
        Queries = [.. queries.Select(query => query with { Instant = true })],
        Options = new JsonObject { ["reduceOptions"] = LastValue(), ["orientation"] = "horizontal", ["displayMode"] = "basic", ["showUnfilled"] = true, ["minVizHeight"] = 12, ["valueMode"] = "color" },
    };

    /// <summary>A lane for each series, coloured by its steps.</summary>
    public static Panel Lanes(string title, string description, string unit, int width, int height, params Query[] queries) => new("state-timeline", title, description, width, height)
    {
        Unit = unit,
        Queries = queries,
        Custom = new JsonObject { ["lineWidth"] = 0, ["fillOpacity"] = 80 },
        Options = new JsonObject { ["mergeValues"] = true, ["showValue"] = "auto", ["rowHeight"] = 0.85, ["alignValue"] = "left", ["legend"] = Legend(), ["tooltip"] = new JsonObject { ["mode"] = "single" } },
    };

    /// <summary>The labels of the series, and their values.</summary>
    /// <param name="columns">The labels in order, each with its heading.</param>
    public static Panel Table(string title, string description, string unit, int width, int height, IReadOnlyList<(string Label, string Heading)> columns, params Query[] queries)
    {
        var values = queries.Length == 1 ? [("Value", queries[0].Legend)] : queries.Select((query, index) => ($"Value #{(char)('A' + index)}", query.Legend)).ToArray();
        var (order, names) = (new JsonObject(), new JsonObject());
        foreach (var (label, heading) in columns.Concat(values)) (order[label], names[label]) = (order.Count, heading);
        return new("table", title, description, width, height)
        {
            Unit = unit,
            Queries = [.. queries.Select(query => query with { Instant = true, Format = "table" })],
            Options = new JsonObject { ["showHeader"] = true, ["cellHeight"] = "sm" },
            Transformations =
            [
                new JsonObject { ["id"] = "merge", ["options"] = new JsonObject() },
                new JsonObject { ["id"] = "organize", ["options"] = new JsonObject { ["excludeByName"] = new JsonObject { ["Time"] = true }, ["indexByName"] = order, ["renameByName"] = names } },
            ],
        };
    }

    /// <summary>How often which bucket of a histogram was hit.</summary>
    public static Panel Heat(string title, string description, string unit, int width, int height, Query query) => new("heatmap", title, description, width, height)
    {
        Unit = unit,
        Queries = [query with { Format = "heatmap" }],
        Options = new JsonObject
        {
            ["calculate"] = false,
            ["cellGap"] = 1,
            ["color"] = new JsonObject { ["mode"] = "scheme", ["scheme"] = "Blues", ["steps"] = 64, ["exponent"] = 0.5, ["reverse"] = false },
            ["exemplars"] = new JsonObject { ["color"] = Colours.Red },
            ["yAxis"] = new JsonObject { ["unit"] = unit, ["axisPlacement"] = "left" },
            ["tooltip"] = new JsonObject { ["mode"] = "single", ["yHistogram"] = true },
            ["legend"] = new JsonObject { ["show"] = true },
        },
    };

    /// <summary>Columns side by side for each value of a label.</summary>
    /// <param name="across">The label whose values stand along the axis; the legends name the columns.</param>
    public static Panel Columns(string title, string description, string unit, int width, int height, string across, params Query[] queries) =>
        Sorted(Table(title, description, unit, width, height, [(across, across)], queries), across) with
        {
            Type = "barchart",
            Options = new JsonObject { ["xField"] = across, ["orientation"] = "vertical", ["groupWidth"] = 0.8, ["barWidth"] = 0.9, ["showValue"] = "never", ["stacking"] = "none", ["legend"] = Legend(), ["tooltip"] = new JsonObject { ["mode"] = "multi", ["sort"] = "none" } },
        };

    // Prometheus gives the values of a label in no order.
    private static Panel Sorted(Panel panel, string by)
    {
        panel.Transformations.Add(new JsonObject { ["id"] = "sortBy", ["options"] = new JsonObject { ["fields"] = new JsonObject(), ["sort"] = new JsonArray(new JsonObject { ["field"] = by }) } });
        return panel;
    }

    private static JsonObject LastValue() => new() { ["calcs"] = new JsonArray("lastNotNull"), ["fields"] = "", ["values"] = false };

    private static JsonObject Legend() => new() { ["displayMode"] = "list", ["placement"] = "bottom", ["showLegend"] = true };
}
