using MonitoringDemo.Dashboards.Tests.Write;

namespace MonitoringDemo.Dashboards.Tests.Boards;

internal static class Serving
{
    public static Board Board { get; } = new("serving", "6 Serving", "Do callers get answers, in time, and from which version?",
    [
        Panels.Text(
            """
            Rate and errors, then durations. The objective is an answer within 50 ms. A **dot** on the two panels of durations is one request: it leads to its trace, where a trace store is set up as a data source.
            *Refused* requests were malformed, which is the caller's affair; *failed* ones are ours. Where the colours of *Which version answers?* change, another model took over, and no request failed for it.
            """, 3),
        Panels.Figure("How many answers a second?", "Rows that the champion scored, a second, over the last minute.", "cps",
            ("""sum(rate(mlops_predictions_total{model="$model", role="champion", outcome="ok"}[1m]))""", "rows"), 6) with { Decimals = 0 },
        Panels.Figure("How many failed?", "Requests that failed for a reason of ours, for each row that was answered, in this time range. The objective allows 1 %.", "percentunit",
            ("""sum(increase(mlops_predictions_total{model="$model", role="champion", outcome="error"}[$__range])) / clamp_min(sum(increase(mlops_predictions_total{model="$model", role="champion", outcome=~"ok|error"}[$__range])), 1)""", "failed"), 6) with { Decimals = 2, Steps = Step.Rising(0.001, 0.01) },
        Panels.Figure("How many were in time?", "Requests of this time range that were answered within 50 ms.", "percentunit",
            ("""sum(increase(mlops_prediction_duration_seconds_bucket{model="$model", stage="total", le="0.05"}[$__range])) / sum(increase(mlops_prediction_duration_seconds_count{model="$model", stage="total"}[$__range]))""", "within 50 ms"), 6) with { Decimals = 1, Steps = Step.Falling(0.95, 0.99) },
        Panels.Figure("How many requests are under way?", "HTTP requests being answered at this moment, in all processes together.", "short",
            ("sum(http_server_active_requests)", "under way"), 6) with { Decimals = 0 },
        Panels.Lines("What became of requests?", "Rows answered, requests refused as malformed and requests failed, a second.", "cps", 12, 8,
            ("""sum by (outcome) (rate(mlops_predictions_total{model="$model", role="champion"}[$__rate_interval]))""", "{{outcome}}")) with
        { Min = 0, Series = [("ok", Colours.Green, false), ("rejected", Colours.Orange, false), ("error", Colours.Red, false)] },
        Panels.Lines("How long do callers wait?", "Time per request: half were faster than p50, 99 of 100 faster than p99. The objective is 50 ms.", "s", 12, 8,
            new Query("""histogram_quantile(0.99, sum by (le) (rate(mlops_prediction_duration_seconds_bucket{model="$model", stage="total"}[$__rate_interval])))""", "p99") { Exemplar = true },
            new Query("""histogram_quantile(0.5, sum by (le) (rate(mlops_prediction_duration_seconds_bucket{model="$model", stage="total"}[$__rate_interval])))""", "p50"),
            new Query("vector(0.05)", "objective")) with
        { Min = 0, Series = [("p99", Colours.Orange, false), ("p50", Colours.Blue, false), ("objective", Colours.Red, true)] },
        Panels.Heat("How are durations spread?", "Requests in each band of duration; dots lead to traces.", "s", 12, 9,
            new Query("""sum by (le) (increase(mlops_prediction_duration_seconds_bucket{model="$model", stage="total"}[$__rate_interval]))""", "{{le}}") { Exemplar = true }),
        Panels.Lines("Which version answers?", "Rows scored a second by the champion's version. The height is the pace of the callers; a change of colour is a promotion, a roll-back or a restored version.", "cps", 12, 9,
            ("""sum by (model_version) (rate(mlops_predictions_total{model="$model", model_version=~"$version", role="champion", outcome="ok"}[$__rate_interval])) > 0""", "model {{model_version}}")) with
        { Min = 0, Custom = new() { ["lineWidth"] = 1, ["fillOpacity"] = 60, ["showPoints"] = "never", ["stacking"] = new System.Text.Json.Nodes.JsonObject { ["mode"] = "normal", ["group"] = "A" } }, More = "retraining" },
        Panels.Lines("Where does the time go?", "Mean time of a request and of its stages.", "s", 12, 8,
            ("""sum by (stage) (rate(mlops_prediction_duration_seconds_sum{model="$model"}[$__rate_interval])) / sum by (stage) (rate(mlops_prediction_duration_seconds_count{model="$model"}[$__rate_interval]))""", "{{stage}}")) with { Min = 0 },
        Panels.Lines("Which answers did HTTP give?", "Requests a second by status code, all addresses of all processes together.", "reqps", 12, 8,
            ("""sum by (http_response_status_code) (rate(http_server_request_duration_seconds_count[$__rate_interval]))""", "{{http_response_status_code}}")) with { Min = 0, More = "platform" },
    ])
    {
        Variables = [new Variable("version", "Version", """label_values(mlops_predictions_total{model="$model", role="champion"}, model_version)""", Several: true)],
    };
}
