using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using MonitoringDemo.Inference.Predict;
using MonitoringDemo.Inference.Serving;
using MonitoringDemo.ServiceDefaults.Telemetry;

namespace MonitoringDemo.Inference;

/// <summary>Every metric and span of this service. Measured once a request, never once a row.</summary>
internal sealed class InferenceTelemetry : IDisposable
{
    public const string Name = "MonitoringDemo.Inference";
    private static readonly string[] Outcomes = ["ok", "error", "rejected"];
    private static readonly string[] Stages = ["total", "features", "score"];

    private const string Predictions = "mlops_predictions";
    private const string VersionLabel = "model_version";

    private readonly RetiredSeries _retired;
    private readonly ActivitySource _activities = new(Name);
    private readonly string _model;
    private readonly Counter<long> _predictions;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _outcomes, _canaryAnswers;
    private readonly Histogram<double> _outcomeDelay;
    private readonly TagList[] _stages;
    private readonly TagList _modelOnly;
    private string[] _loaded = [];

    public InferenceTelemetry(IMeterFactory meters, IOptions<InferenceOptions> options, ServingLog log, RetiredSeries retired)
    {
        _retired = retired;
        _model = options.Value.Model;
        _modelOnly = new TagList { { "model", _model } };
        _stages = [.. Stages.Select(Stage)];

        var meter = meters.Create(Name);
        _predictions = meter.CreateCounter<long>(Predictions, "", "Rows scored, by the role of the model; refused and failed requests count once.");
        _duration = ExpectedDurations(_model).CreateIn(meter);
        _outcomes = meter.CreateCounter<long>("mlops_outcomes_received", "", "Outcomes that were new.");
        _outcomeDelay = ExpectedDelays(_model).CreateIn(meter);
        meter.CreateObservableGauge("mlops_model_info", () => log.ObservedVersion is > 0 and var observed ? [Elsewhere(observed)] : ModelInfo(log.Current), "", "1 for every model that is loaded.");
        meter.CreateObservableGauge("mlops_inference_log_offset", () => new Measurement<long>(log.NextOrdinal, new("model", _model), new("reader", "writer")), "", "The next record to be written.");
        _canaryAnswers = meter.CreateCounter<long>("mlops_canary_answers", "", "Rows that a canary answered in place of the champion.");
        _outcomes.Add(0, _modelOnly);
        _canaryAnswers.Add(0, _modelOnly);
        Count(null, "champion", "rejected", 0);
    }

    /// <summary>Shown at zero from the start.</summary>
    public static ExpectedHistogram ExpectedDurations(string model) => new(
        "mlops_prediction_duration_seconds",
        "Time per request.",
        [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
        [.. Stages.Select(stage => new KeyValuePair<string, string>[] { new("model", model), new("stage", stage) })]);

    /// <inheritdoc cref="ExpectedDurations"/>
    public static ExpectedHistogram ExpectedDelays(string model) => new(
        "mlops_outcome_delay_seconds",
        "Time from a prediction to its outcome, measured on the first new outcome of a request.",
        [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 86400],
        [[new("model", model)]]);

    public Activity? StartPredict() => _activities.StartActivity("predict", ActivityKind.Internal);

    public void Took(PredictionStage stage, long since)
        => _duration.Record(Stopwatch.GetElapsedTime(since).TotalSeconds, _stages[(int)stage]);

    public void Served(ServingSnapshot snapshot, Answering answering, int rows, Activity? activity, long firstRow)
    {
        // By the role in which each scored them: all score all rows, whoever answers.
        Count(snapshot.Champion, "champion", "ok", rows);
        Count(snapshot.StaticTwin, "static", "ok", rows);
        if (snapshot.Shadow is not null) Count(snapshot.Shadow, "challenger", "ok", rows - answering.Unscored);
        if (answering.Unscored > 0) Count(snapshot.Shadow, "challenger", "error", answering.Unscored);
        if (answering.ByCanary) _canaryAnswers.Add(rows, _modelOnly);
        activity?.SetTag("mlops.model", _model).SetTag("mlops.model_version", answering.By.Reference.Version)
            .SetTag("mlops.first_row", firstRow).SetTag("mlops.rows", rows);
    }

    public void Rejected(ServingSnapshot? snapshot) => Count(snapshot?.Champion, "champion", "rejected", 1);

    public void Failed(ServingSnapshot? snapshot, Activity? activity, Exception exception)
    {
        Count(snapshot?.Champion, "champion", "error", 1);
        activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
    }

    /// <summary>Rows that another system scored.</summary>
    public void Observed(int version, int rows) => CountObserved(version, "ok", rows);

    public void RefusedToObserve(int version) => CountObserved(version, "rejected", 1);

    public void OutcomesTaken(OutcomeReceipt receipt)
    {
        _outcomes.Add(receipt.Accepted, _modelOnly);
        if (receipt.Delay is { } delay) _outcomeDelay.Record(Math.Max(0, delay.TotalSeconds), _modelOnly);
    }

    /// <summary>Starts every series of the loaded models at 0, and lets go those of models that are no longer loaded.</summary>
    public void Loaded(ServingSnapshot snapshot)
    {
        string[] loaded = [Version(snapshot.Champion), Version(snapshot.StaticTwin), .. snapshot.Shadow is null ? Array.Empty<string>() : [Version(snapshot.Shadow)]];
        foreach (var version in loaded) _retired.Return(Predictions, VersionLabel, version);
        foreach (var version in Interlocked.Exchange(ref _loaded, loaded).Except(loaded)) _retired.Retire(Predictions, VersionLabel, version);
        foreach (var outcome in Outcomes)
        {
            Count(snapshot.Champion, "champion", outcome, 0);
            Count(snapshot.StaticTwin, "static", outcome, 0);
            if (snapshot.Shadow is not null) Count(snapshot.Shadow, "challenger", outcome, 0);
        }
    }

    public void Dispose() => _activities.Dispose();

    private void CountObserved(int version, string outcome, long rows)
        => CountVersion(version > 0 ? version.ToString(System.Globalization.CultureInfo.InvariantCulture) : "none", "champion", outcome, rows);

    private void Count(ServedModel? model, string role, string outcome, long rows) => CountVersion(Version(model), role, outcome, rows);

    private void CountVersion(string version, string role, string outcome, long rows)
        => _predictions.Add(rows, new TagList
        {
            { "model", _model },
            { "model_version", version },
            { "role", role },
            { "outcome", outcome },
        });

    private IEnumerable<Measurement<long>> ModelInfo(ServingSnapshot? snapshot)
    {
        if (snapshot is null) yield break;

        yield return Info(snapshot.Champion, "champion");
        yield return Info(snapshot.StaticTwin, "static");
        if (snapshot.Shadow is not null) yield return Info(snapshot.Shadow, "challenger");
    }

    private Measurement<long> Elsewhere(int version) => new(
        1, new("model", _model), new("model_version", version.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("role", "champion"), new("algorithm", "elsewhere"));

    private Measurement<long> Info(ServedModel model, string role) => new(
        1, new("model", _model), new("model_version", Version(model)), new("role", role), new("algorithm", model.Reference.Algorithm));

    private static string Version(ServedModel? model)
        => model?.Reference.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none";

    private TagList Stage(string stage) => new() { { "model", _model }, { "stage", stage } };
}
