using System.Diagnostics;
using System.Diagnostics.Metrics;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Train;
using MonitoringDemo.ServiceDefaults.Telemetry;
using MonitoringDemo.ServiceDefaults.Telemetry.Spans;

namespace MonitoringDemo.Retraining;

/// <summary>Every metric and span of this service.</summary>
internal sealed class RetrainingTelemetry : IDisposable
{
    public const string Name = "MonitoringDemo.Retraining";
    private static readonly ActivitySource Source = new(Name);
    private static readonly string[] Triggers = ["seed", "data", "performance", "challenger", "code", "staleness", "manual"];
    private static readonly string[] Outcomes = ["promoted", "rejected", "failed"];
    private static readonly string[] Stages = ["snapshot", "train", "evaluate", "shadow", "canary", "promote"];

    private readonly Meter _meter;
    private readonly Counter<long> _runs;
    private readonly Histogram<double> _stages;
    private readonly Histogram<double> _driftToPromotion;
    private readonly Dictionary<string, (string Stage, DateTimeOffset Since)> _stageSince = new(StringComparer.Ordinal);
    private readonly string _model;
    private readonly Func<RegistryState> _state;

    public RetrainingTelemetry(IMeterFactory meters, string model, Func<RegistryState> state)
    {
        (_model, _state) = (model, state);
        _meter = meters.Create(Name);
        _runs = _meter.CreateCounter<long>("mlops_retraining_runs", description: "Training runs that ended, by what caused them and what became of them.");
        _stages = ExpectedStages(model).CreateIn(_meter);
        _driftToPromotion = ExpectedPromotions(model).CreateIn(_meter);
        _meter.CreateObservableGauge("mlops_retraining_in_progress", () => new Measurement<int>(_state().Pending is null ? 0 : 1, Model()), description: "1 while a run is under way.");
        _meter.CreateObservableGauge("mlops_model_info", Info, description: "Always 1; the labels say which versions are in use.");
        _meter.CreateObservableGauge("mlops_model_promoted_timestamp_seconds", PromotedAt, description: "When the champion was promoted, in Unix time.");
        foreach (var trigger in Triggers)
        {
            foreach (var outcome in Outcomes) _runs.Add(0, Model(), Tag("trigger", trigger), Tag("outcome", outcome));
        }
    }

    /// <summary>The closed set of the stage label.</summary>
    public static IReadOnlyList<string> AllStages => Stages;

    /// <summary>Shown at zero from the start.</summary>
    public static ExpectedHistogram ExpectedStages(string model) => new(
        "mlops_retraining_stage_duration_seconds",
        "How long the stages of a run took.",
        [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60, 300, 1800],
        [.. Stages.Select(stage => new KeyValuePair<string, string>[] { new("model", model), new("stage", stage) })]);

    /// <inheritdoc cref="ExpectedStages"/>
    public static ExpectedHistogram ExpectedPromotions(string model) => new(
        "mlops_drift_to_promotion_seconds",
        "From the first finding of an incident to the promotion that answers it.",
        [1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 21600, 86400],
        [[new("model", model)]]);

    /// <summary>Around what is published, under the trace in which the incident was found; the span of the sending itself is the bus's.</summary>
    public static Activity? Continue(object message, RegistryState state)
    {
        var incident = message switch
        {
            DecisionMade decision => decision.UpdateId,
            RetrainingStarted started => started.UpdateId,
            CandidateTrained trained => trained.UpdateId,
            CandidatesTried tried => tried.UpdateId,
            ReleaseChanged change => change.UpdateId,
            DataAccepted accepted => accepted.UpdateId,
            _ => null,
        };
        var parent = incident is null ? null : state.Incident(incident).TraceParent;
        return parent is null ? null : Source.StartActivity($"announce {message.GetType().Name}", ActivityKind.Internal, parent)?.SetTag(SpanStore.IncidentTag, incident);
    }

    /// <summary>A training run, under the same trace; null where no request was traced.</summary>
    public static Activity? StartTraining(TrainingOrder order, RegistryState state) => state.Incident(order.UpdateId).TraceParent is { } parent
        ? Source.StartActivity("retrain", ActivityKind.Internal, parent)?.SetTag(SpanStore.IncidentTag, order.UpdateId).SetTag("mlops.retraining.trigger", order.Trigger)
        : null;

    /// <summary>A part of a training run.</summary>
    public static Activity? StartStage(string stage) => Activity.Current?.Source == Source ? Source.StartActivity(stage) : null;

    public void StageTook(string stage, double seconds) => _stages.Record(seconds, Model(), Tag("stage", stage));

    /// <summary>Counts what a new entry of the journal says.</summary>
    public void Appended(JournalEntry entry, RegistryState state)
    {
        switch (entry.Happened)
        {
            case TrainingEnded ended:
                _runs.Add(1, Model(), Tag("trigger", ended.Trigger), Tag("outcome", ended.Outcome));
                break;
            case VersionRegistered { Version: { RejectedBecause: not null } version }:
                _runs.Add(1, Model(), Tag("trigger", version.Trigger), Tag("outcome", "rejected"));
                break;
            case VersionRejected rejected when state.Version(rejected.Version).PromotedAtRow is null:
                _runs.Add(1, Model(), Tag("trigger", state.Version(rejected.Version).Trigger), Tag("outcome", "rejected"));
                break;
            case Released { Change.Stage: ReleaseStages.Shadow } released:
                _stageSince[released.Change.UpdateId] = ("shadow", entry.Time);
                break;
            case Released { Change.Stage: ReleaseStages.Canary } released when _stageSince.GetValueOrDefault(released.Change.UpdateId).Stage != "canary":
                Begin("canary", released.Change.UpdateId, entry.Time);
                break;
            case Released { Change.Stage: ReleaseStages.Promoted } released:
                Promoted(released.Change, entry.Time, state);
                break;
            case ReleaseApplied applied when state.Release?.Change is { Stage: ReleaseStages.Promoted } change && change.Sequence == applied.Sequence:
                if (_stageSince.Remove(change.UpdateId, out var stage)) StageTook("promote", (entry.Time - stage.Since).TotalSeconds);
                break;
        }
    }

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    /// <summary>The stage before, if there was one, ends with it.</summary>
    private void Begin(string stage, string updateId, DateTimeOffset time)
    {
        if (_stageSince.TryGetValue(updateId, out var before)) StageTook(before.Stage == "canary" ? "canary" : "shadow", (time - before.Since).TotalSeconds);
        _stageSince[updateId] = (stage, time);
    }

    private void Promoted(ReleaseChanged change, DateTimeOffset time, RegistryState state)
    {
        _runs.Add(1, Model(), Tag("trigger", state.Champion!.Trigger), Tag("outcome", "promoted"));
        Begin("promote", change.UpdateId, time);
        if (state.Incident(change.UpdateId) is { Since: { } found, State.Refits: 0 }) _driftToPromotion.Record((time - found).TotalSeconds, Model());
    }

    private KeyValuePair<string, object?> Model() => Tag("model", _model);

    private IEnumerable<Measurement<int>> Info()
    {
        var release = _state().Release?.Change;
        if (release is null) yield break;
        yield return Info(release.Champion, "champion");
        if (release.Shadow is not null) yield return Info(release.Shadow, "challenger");
        yield return Info(_state().Version(1).Reference, "static");
    }

    private Measurement<int> Info(ModelReference model, string role) => new(
        1, Model(), Tag("model_version", model.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)), Tag("role", role), Tag("algorithm", model.Algorithm));

    private IEnumerable<Measurement<double>> PromotedAt() =>
        _state().PromotedAt is { } at ? [new Measurement<double>(at.ToUnixTimeMilliseconds() / 1000.0, Model())] : [];
}
