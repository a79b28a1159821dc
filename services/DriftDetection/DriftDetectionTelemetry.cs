using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Options;
using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.DriftDetection.TellIncidents;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.ServiceDefaults.Telemetry.Spans;

namespace MonitoringDemo.DriftDetection;

/// <summary>Every metric and span of this service.</summary>
internal sealed class DriftDetectionTelemetry : IDisposable
{
    public const string Name = "MonitoringDemo.DriftDetection";
    private const string Reader = "drift-detection";

    // Stands where a feature's name does when a check is about whole rows.
    private const string WholeRow = "(row)";

    // Half of what the page shows of one metric: with more features than that allows, a series begins with its first finding.
    private const int MostAtZero = 1_000;

    private readonly ActivitySource _activities = new(Name);
    private readonly TimeProvider _time;
    private readonly string _model;
    private readonly Counter<long> _checks, _violations;
    private readonly RollingAccuracy _accuracy = new();
    private volatile MonitorHealth? _health;
    private long _offset, _waiting;
    private double _checkedAt, _detectedAt;
    private bool _started;

    public DriftDetectionTelemetry(IMeterFactory meters, IOptions<DriftDetectionOptions> options, TimeProvider time)
    {
        (_time, _model) = (time, options.Value.Model);
        var meter = meters.Create(Name);
        _checks = meter.CreateCounter<long>("mlops_drift_checks", "", "Comparisons of the newest rows with the reference, by result.");
        _violations = meter.CreateCounter<long>("mlops_data_quality_violations", "", "Data-quality findings, by feature and check.");
        meter.CreateObservableGauge("mlops_feature_bin_ratio", BinRatios, "", "Share of the values in each bin.");
        meter.CreateObservableGauge("mlops_feature_drift_score", () => PerFeature(feature => feature.Score), "", "How far the newest rows are from the reference.");
        meter.CreateObservableGauge("mlops_feature_drift_threshold", () => PerFeature(feature => feature.Threshold), "", "The score that counts as drift.");
        meter.CreateObservableGauge("mlops_prediction_drift_score", PredictionScore, "", "How far the newest scores are from the champion's first.");
        meter.CreateObservableGauge("mlops_model_score", ModelScores, "", "Quality of the answers: realised on the newest 1,000 outcomes or more, estimated on the newest 2,000 rows before their outcomes; NaN while not known.");
        meter.CreateObservableGauge("mlops_drift_last_check_timestamp_seconds", () => Of(Volatile.Read(ref _checkedAt)), "", "When drift was last checked; 0 for never.");
        meter.CreateObservableGauge("mlops_drift_last_detected_timestamp_seconds", () => Of(Volatile.Read(ref _detectedAt)), "", "When something was last found; 0 for never.");
        meter.CreateObservableGauge("mlops_inference_log_offset", () => Of(Volatile.Read(ref _offset)), "", "The next record to be read.");
        meter.CreateObservableGauge("mlops_inference_log_lag", () => Of(Volatile.Read(ref _waiting)), "", "Records that were waiting when the log was last looked at.");
        foreach (var result in new[] { "stable", "drift", "insufficient_data" }) Checked(result, 0);
    }

    /// <summary>Publishes in the trace of the request that completed the evidence.</summary>
    /// <param name="traceParent">That request; null where none was traced.</param>
    /// <param name="further">Requests that completed more of what is told: one span cannot be in several traces, so it is linked to theirs.</param>
    /// <param name="incident">The incident.</param>
    public Activity? StartReport(string? traceParent, IReadOnlyCollection<string> further, string? incident)
    {
        var parent = ActivityContext.TryParse(traceParent, null, isRemote: true, out var request) ? request : default;
        var links = further.Select(trace => ActivityContext.TryParse(trace, null, isRemote: true, out var other) ? new ActivityLink(other) : default).Where(link => link.Context != default);
        var span = _activities.StartActivity("report-findings", ActivityKind.Internal, parent, links: links);
        span?.SetTag(SpanStore.IncidentTag, incident);
        return span;
    }

    public void Read(long nextOrdinal, int records)
    {
        Volatile.Write(ref _offset, nextOrdinal);
        Volatile.Write(ref _waiting, records);
    }

    /// <summary>Another process measures from here on: what stands still must not be taken for news.</summary>
    public void StandsBy()
    {
        _health = null;
        _accuracy.Clear();
        Read(0, 0);
    }

    public void Measured(ModelMonitor monitor, MonitorReport report, IReadOnlyList<IncidentNews> incidents)
    {
        if (!_started) StartSeries(monitor);
        _health = report.Health;
        _accuracy.Add(report.Health.Accuracy);
        if (report.Checks != default)
        {
            Checked("stable", report.Checks.Stable);
            Checked("drift", report.Checks.Drift);
            Checked("insufficient_data", report.Checks.InsufficientData);
            Volatile.Write(ref _checkedAt, Now());
        }

        foreach (var finding in incidents.SelectMany(incident => incident.Found))
        {
            Volatile.Write(ref _detectedAt, Now());
            if (finding.Kind != FindingKinds.DataQuality) continue;
            Violation(finding.Feature ?? WholeRow, finding.Detector, 0);
            Violation(finding.Feature ?? WholeRow, finding.Detector, 1);
        }
    }

    public void Dispose() => _activities.Dispose();

    private void StartSeries(ModelMonitor monitor)
    {
        _started = true;
        var series = monitor.Schema.Count * (monitor.Checks.Count + monitor.RowChecks.Count);
        foreach (var feature in series <= MostAtZero ? monitor.Schema.Features : [])
        {
            foreach (var check in monitor.Checks.Select(check => check.Name).Concat(monitor.RowChecks.Select(check => check.Name))) Violation(feature.Name, check, 0);
        }

        foreach (var check in monitor.RowChecks) Violation(WholeRow, check.Name, 0);
    }

    private void Checked(string result, long count) => _checks.Add(count, new("model", _model), new("result", result));

    private void Violation(string feature, string check, long count) =>
        _violations.Add(count, new("model", _model), new("feature", feature), new("check", check));

    private double Now() => _time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;

    private Measurement<double> Of(double value) => new(value, new KeyValuePair<string, object?>("model", _model));

    private Measurement<long> Of(long value) => new(value, new("model", _model), new("reader", Reader));

    private IEnumerable<Measurement<double>> PerFeature(Func<FeatureDrift, double> value) =>
        (_health?.Features ?? []).Select(feature => new Measurement<double>(
            value(feature), new("model", _model), new("feature", feature.Feature), new("method", feature.Method)));

    private IEnumerable<Measurement<double>> PredictionScore() => _health?.Prediction is not { } score
        ? []
        : [new Measurement<double>(score.Score, new("model", _model), new("method", score.Method))];

    // From the start, for a series that begins later misses its first change; a gauge of 0 would be read as never right.
    private IEnumerable<Measurement<double>> ModelScores() =>
    [
        Accuracy("champion", "realised", _accuracy.Current is { } fleet ? (double)fleet.FleetCorrect / fleet.Outcomes : double.NaN),
        Accuracy("static", "realised", _accuracy.Current is { } twin ? (double)twin.StaticCorrect / twin.Outcomes : double.NaN),
        Accuracy("champion", "estimated", _health?.Estimate?.Accuracy ?? double.NaN),
    ];

    private Measurement<double> Accuracy(string role, string basis, double value) =>
        new(value, new("model", _model), new("role", role), new("metric", "accuracy"), new("basis", basis));

    private IEnumerable<Measurement<double>> BinRatios() =>
        from feature in _health?.Features ?? []
        from window in new[] { ("reference", feature.Reference), ("current", feature.Current) }
        from share in window.Item2.Index()
        select new Measurement<double>(
            share.Item,
            new("model", _model),
            new("feature", feature.Feature),
            new("bin", share.Index == window.Item2.Count - 1 ? "missing" : share.Index.ToString(CultureInfo.InvariantCulture)),
            new("window", window.Item1));
}
