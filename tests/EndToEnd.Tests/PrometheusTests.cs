using System.Text.RegularExpressions;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests;

public sealed partial class PrometheusTests
{
    /// <summary>What dashboards and rules rely on. OpenMetrics names a counter without its <c>_total</c>.</summary>
    private static readonly Dictionary<string, string> Promised = new()
    {
        ["mlops_predictions"] = "counter",
        ["mlops_prediction_duration_seconds"] = "histogram",
        ["mlops_drift_checks"] = "counter",
        ["mlops_drift_last_check_timestamp_seconds"] = "gauge",
        ["mlops_data_quality_violations"] = "counter",
        ["mlops_outcomes_received"] = "counter",
        ["mlops_outcome_delay_seconds"] = "histogram",
        ["mlops_model_score"] = "gauge",
        ["mlops_decisions"] = "counter",
        ["mlops_retraining_runs"] = "counter",
        ["mlops_retraining_stage_duration_seconds"] = "histogram",
        ["mlops_retraining_in_progress"] = "gauge",
        ["mlops_model_info"] = "gauge",
        ["mlops_drift_to_promotion_seconds"] = "histogram",
        ["mlops_inference_log_offset"] = "gauge",
        ["mlops_inference_log_lag"] = "gauge",
        ["mlops_alerts"] = "counter",
        ["mlops_notifications"] = "counter",
        ["traffic_songs"] = "counter",
        ["http_server_request_duration_seconds"] = "histogram",
        ["http_server_active_requests"] = "gauge",
        ["http_client_request_duration_seconds"] = "histogram",
        ["kestrel_active_connections"] = "gauge",
        ["dotnet_gc_collections"] = "counter",
        ["dotnet_thread_pool_queue_length"] = "gauge",
        ["messaging_masstransit_consume"] = "counter",
        ["messaging_masstransit_consume_active"] = "gauge",
        ["messaging_masstransit_consume_duration_seconds"] = "histogram",
    };

    [Fact]
    public async Task A_real_Prometheus_takes_every_family_with_its_type_and_the_exemplars()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        await using var demo = await LiveDemo.StartAsync(data.Path, cancellation);
        await using var prometheus = await PrometheusServer.StartAsync([demo.Http.BaseAddress!.Authority], cancellation);
        await demo.PaceAsync(200, cancellation);

        // Counters carry exemplars as well, and Prometheus refuses a page on which one does so under a wrong name: so they are waited for before `up` is asked.
        var durations = await ExemplarAsync(prometheus, "mlops_prediction_duration_seconds_bucket", cancellation);
        var predictions = await ExemplarAsync(prometheus, "mlops_predictions_total", cancellation);
        var types = await Eventually.Get(
            async token => await prometheus.TypesAsync(token) is var known && Promised.Keys.All(known.ContainsKey) ? known : null,
            TimeSpan.FromSeconds(60),
            "Every family is there",
            cancellation);
        var up = await prometheus.CountAsync("up == 1", cancellation);
        var page = await PageAsync(demo.Http, cancellation);

        durations.ShouldMatch("^[0-9a-f]{32}$");
        predictions.ShouldMatch("^[0-9a-f]{32}$");
        up.ShouldBe(1);
        foreach (var (family, type) in Promised) types[family].ShouldBe(type, family);
        foreach (Match family in Type().Matches(page)) types.GetValueOrDefault(family.Groups["name"].Value, family.Groups["type"].Value).ShouldBe(family.Groups["type"].Value, family.Value);
        types.Values.ShouldBeSubsetOf(["counter", "gauge", "histogram"]);
    }

    private static async Task<string> ExemplarAsync(PrometheusServer prometheus, string query, CancellationToken cancellationToken) =>
        await Eventually.Get(
            async token => await prometheus.ExemplarsAsync(query, token) is [var first, ..] ? first : null,
            TimeSpan.FromSeconds(60),
            $"An exemplar of {query}",
            cancellationToken);

    private static async Task<string> PageAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.TryAddWithoutValidation("Accept", "application/openmetrics-text;version=1.0.0");
        using var response = await http.SendAsync(request, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    [GeneratedRegex("^# TYPE (?<name>\\S+) (?<type>\\S+)$", RegexOptions.Multiline)]
    private static partial Regex Type();
}
