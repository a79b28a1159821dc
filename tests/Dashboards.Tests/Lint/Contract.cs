using System.Text.RegularExpressions;

namespace MonitoringDemo.Dashboards.Tests.Lint;

/// <summary>The metrics that dashboards and rules may ask for, each with its labels: what the services promise, and what they use of the platform's.
/// A histogram stands here once, and is asked for by its buckets, sum or count.</summary>
internal static partial class Contract
{
    private const string NoBroker = "there is no broker; tests/EndToEnd.Tests/Broker/ParkedMessagesTests.cs sees it";
    private const string NoStream = "services share the log; over a broker they copy it";

    public static IReadOnlyDictionary<string, string[]> Labels { get; } = new Dictionary<string, string[]>
    {
        ["mlops_predictions_total"] = ["model", "model_version", "role", "outcome"],
        ["mlops_prediction_duration_seconds"] = ["model", "stage", "le"],
        ["mlops_outcomes_received_total"] = ["model"],
        ["mlops_outcome_delay_seconds"] = ["model", "le"],
        ["mlops_model_info"] = ["model", "model_version", "role", "algorithm"],
        ["mlops_model_score"] = ["model", "role", "metric", "basis"],
        ["mlops_model_holdout_score"] = ["model", "slice", "metric"],
        ["mlops_answers_total"] = ["model", "slice", "result"],
        ["mlops_calibration_outcomes_total"] = ["model", "bin", "outcome"],
        ["mlops_calibration_scores_total"] = ["model", "bin"],
        ["mlops_model_promoted_timestamp_seconds"] = ["model"],
        ["mlops_model_rolled_back_timestamp_seconds"] = ["model"],
        ["mlops_feature_bin_ratio"] = ["model", "feature", "bin", "window"],
        ["mlops_feature_drift_score"] = ["model", "feature", "method"],
        ["mlops_feature_drift_threshold"] = ["model", "feature", "method"],
        ["mlops_prediction_drift_score"] = ["model", "method"],
        ["mlops_drift_checks_total"] = ["model", "result"],
        ["mlops_drift_last_check_timestamp_seconds"] = ["model"],
        ["mlops_drift_last_detected_timestamp_seconds"] = ["model"],
        ["mlops_data_quality_violations_total"] = ["model", "feature", "check"],
        ["mlops_findings_total"] = ["model", "kind"],
        ["mlops_findings_open"] = ["model", "kind"],
        ["mlops_findings_ended_total"] = ["model", "kind", "verdict"],
        ["mlops_finding_duration_seconds"] = ["model", "kind", "le"],
        ["mlops_decisions_total"] = ["model", "action", "evidence"],
        ["mlops_quarantines_open"] = ["model"],
        ["mlops_approvals_total"] = ["model", "outcome"],
        ["mlops_approvals_waiting"] = ["model"],
        ["mlops_releases_frozen"] = ["model"],
        ["mlops_retraining_runs_total"] = ["model", "trigger", "outcome"],
        ["mlops_retraining_stage_duration_seconds"] = ["model", "stage", "le"],
        ["mlops_retraining_in_progress"] = ["model"],
        ["mlops_gate_results_total"] = ["model", "gate", "result"],
        ["mlops_experiments_total"] = ["model", "trainer", "result"],
        ["mlops_canary_share_ratio"] = ["model"],
        ["mlops_canary_step"] = ["model"],
        ["mlops_canary_answers_total"] = ["model"],
        ["mlops_canaries_total"] = ["model", "outcome"],
        ["mlops_drift_to_promotion_seconds"] = ["model", "le"],
        ["mlops_inference_log_offset"] = ["model", "reader"],
        ["mlops_inference_log_lag"] = ["model", "reader"],
        ["mlops_inference_log_forward_lag"] = ["model"],
        ["mlops_inference_log_forward_lost_total"] = ["model"],
        ["mlops_inference_log_replica_lag"] = ["model", "reader"],
        ["mlops_inference_log_missing_total"] = ["model", "reader"],
        ["mlops_inference_log_parked_total"] = ["model", "reader"],
        ["mlops_inference_log_duplicates_total"] = ["model", "reader"],
        ["mlops_alerts_total"] = ["alert", "severity"],
        ["mlops_alerts_open"] = ["alert", "severity"],
        ["mlops_notifications_total"] = ["channel", "outcome"],
        ["mlops_message_faults_total"] = ["consumer"],
        ["mlops_messages_not_taken_total"] = ["message"],
        ["mlops_commands_returned_total"] = ["message"],
        ["mlops_queue_consumers"] = ["queue"],
        ["mlops_queue_messages"] = ["queue"],
        ["mlops_messages_parked"] = ["queue"],
        ["mlops_broker_certificate_expiry_timestamp_seconds"] = [],
        ["mlops_pump_failures_total"] = ["pump"],
        ["mlops_pump_last_round_timestamp_seconds"] = ["pump"],
        ["mlops_data_free_bytes"] = [],
        ["mlops_lease_held"] = ["model", "lease"],
        ["mlops_scorecard_points"] = ["model", "section"],
        ["traffic_songs_total"] = [],
        ["traffic_request_failures_total"] = [],
        ["traffic_songs_per_second"] = [],
        ["traffic_next_row"] = [],
        ["traffic_scenario_started_timestamp_seconds"] = ["model", "scenario"],
        ["traffic_findings_total"] = ["model", "kind", "truth"],
        ["http_server_request_duration_seconds"] = ["http_response_status_code", "le"],
        ["http_server_active_requests"] = [],
        ["dotnet_process_memory_working_set_bytes"] = ["instance"],
        ["dotnet_process_cpu_time_seconds_total"] = ["instance"],
        ["dotnet_gc_pause_time_seconds_total"] = ["instance"],
        ["dotnet_thread_pool_queue_length"] = ["instance"],
        ["messaging_masstransit_consume_total"] = ["messaging_masstransit_consumer_type"],
        ["messaging_masstransit_consume_duration_seconds"] = ["le"],
        ["messaging_masstransit_delivery_duration_seconds"] = ["le"],
    };

    /// <summary>Measured, and shown nowhere, for a reason.</summary>
    public static IReadOnlyDictionary<string, string> Unused { get; } = new Dictionary<string, string>
    {
        ["mlops_inference_log_duplicates_total"] = "what comes twice is dropped, and does no harm",
        ["mlops_canary_step"] = "the share says as much; for those who ask by number",
        ["traffic_next_row"] = "a number that only grows; the lines at scenarios say where the world stands",
    };

    /// <summary>Not there in one process over a bus in memory.</summary>
    public static IReadOnlyDictionary<string, string> OnlyElsewhere { get; } = new Dictionary<string, string>
    {
        ["mlops_broker_certificate_expiry_timestamp_seconds"] = "there is no broker; tests/EndToEnd.Tests/Broker/TlsTests.cs sees it",
        ["mlops_commands_returned_total"] = NoBroker,
        ["mlops_queue_consumers"] = NoBroker,
        ["mlops_queue_messages"] = NoBroker,
        ["mlops_messages_parked"] = NoBroker,
        ["mlops_inference_log_forward_lag"] = NoStream,
        ["mlops_inference_log_forward_lost_total"] = NoStream,
        ["mlops_inference_log_replica_lag"] = NoStream,
        ["mlops_inference_log_missing_total"] = NoStream,
        ["mlops_inference_log_parked_total"] = NoStream,
        ["mlops_inference_log_duplicates_total"] = NoStream,
    };

    /// <summary>Made by Prometheus itself, with the labels that it and the rules give.</summary>
    public static IReadOnlyDictionary<string, string[]> Prometheus { get; } = new Dictionary<string, string[]>
    {
        ["up"] = ["instance", "job"],
        ["ALERTS"] = ["alertname", "alertstate"],
        ["ALERTS_FOR_STATE"] = ["alertname"],
    };

    /// <summary>Whether it is one of this repository's own, which a rename must not lose.</summary>
    public static bool IsOwn(string family) => family.StartsWith("mlops_", StringComparison.Ordinal) || family.StartsWith("traffic_", StringComparison.Ordinal);

    /// <summary>What a name in a query stands for.</summary>
    public static string FamilyOf(string metric) => Labels.ContainsKey(metric) ? metric : Part().Replace(metric, "");

    /// <summary>What a query asks for that nobody promises. Names with colons are recorded by rules.</summary>
    public static IEnumerable<string> Breaches(string query)
    {
        var metrics = PromQl.Selectors(query).Select(selector => FamilyOf(selector.Metric)).Where(metric => !metric.Contains(':', StringComparison.Ordinal)).Distinct().ToList();
        var known = metrics.SelectMany(metric => Labels.GetValueOrDefault(metric) ?? Prometheus.GetValueOrDefault(metric) ?? []).Append("model").ToHashSet();
        return metrics.Where(metric => !Labels.ContainsKey(metric) && !Prometheus.ContainsKey(metric))
            .Concat(LabelsOf(query).Distinct().Where(label => metrics.Count > 0 && !known.Contains(label)).Select(label => $"label {label}"));
    }

    private static IEnumerable<string> LabelsOf(string query) =>
        Grouped().Matches(query).SelectMany(match => match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Concat(Matched().Matches(query).Select(match => match.Groups[1].Value));

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Part();

    [GeneratedRegex(@"\b(?:by|on|without|ignoring)\s*\(([^)]*)\)")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\b([a-z_]+)\s*(?:=~|!~|!=|=)\s*""")]
    private static partial Regex Matched();
}
