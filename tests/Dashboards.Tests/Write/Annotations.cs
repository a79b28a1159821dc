using System.Text.Json.Nodes;

namespace MonitoringDemo.Dashboards.Tests.Write;

/// <summary>What every dashboard marks on its time axis: a line at the moment, taken from metrics that hold a time.</summary>
internal static class Annotations
{
    public static JsonArray All() =>
    [
        Line("Injected", Colours.Purple, """max by (scenario) (traffic_scenario_started_timestamp_seconds{model="$model"}) * 1000""", "Injected: {{scenario}}"),
        Line("Findings", Colours.Red, """max by (model) (mlops_drift_last_detected_timestamp_seconds{model="$model"} > 0) * 1000""", "Found"),
        Line("Promotions", Colours.Green, """max by (model) (mlops_model_promoted_timestamp_seconds{model="$model"}) * 1000""", "Promoted"),
        Line("Roll-backs", Colours.Sky, """max by (model) (mlops_model_rolled_back_timestamp_seconds{model="$model"} > 0) * 1000""", "Rolled back"),
        Line("Alerts", Colours.Grey, """max by (alertname) (ALERTS_FOR_STATE) * 1000""", "{{alertname}}"),
    ];

    private static JsonObject Line(string name, string colour, string expr, string title) => new()
    {
        ["name"] = name,
        ["datasource"] = Panel.Source(),
        ["enable"] = true,
        ["hide"] = false,
        ["iconColor"] = colour,
        // Older versions of Grafana read what stands here, newer ones the target.
        ["expr"] = expr,
        ["step"] = "5s",
        ["target"] = new JsonObject { ["expr"] = expr, ["interval"] = "5s", ["refId"] = "Anno" },
        ["titleFormat"] = title,
        // The value, in milliseconds, is the moment; otherwise a band is drawn as long as the series is there.
        ["useValueForTime"] = true,
    };
}
