using System.Diagnostics.Metrics;
using MonitoringDemo.Learning;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Release;
using MonitoringDemo.Retraining.Train;
using MonitoringDemo.ServiceDefaults;

namespace MonitoringDemo.Retraining;

/// <summary>What the registry knows of candidates and of the champion, and how far this service has read.</summary>
internal sealed class RegistryTelemetry
{
    private const string Reader = "retraining";
    private static readonly string[] Results = ["won", "lost", "failed", "left_out"];

    // What a version has to stand after its gates; only what fails there is written down.
    private static readonly string[] Trials = ["loaded", "shadow", "probation", "approval", "emergency"];

    private readonly Registry _registry;
    private readonly string _model;
    private readonly Counter<long> _gates, _experiments;
    private long _offset;
    private double _rolledBackAt;

    public RegistryTelemetry(IMeterFactory meters, ModelSlot slot, IEnumerable<IGate> gates, IReadOnlyList<IModelTrainer> trainers, Registry registry)
    {
        (_registry, _model) = (registry, slot.Model);
        var meter = meters.Create(RetrainingTelemetry.Name);
        _gates = meter.CreateCounter<long>("mlops_gate_results", description: "Candidates that a gate judged, and versions that failed in shadow, as a canary, in probation or when they were loaded.");
        _experiments = meter.CreateCounter<long>("mlops_experiments", description: "Candidates of training runs, by trainer and what became of them.");
        meter.CreateObservableGauge("mlops_quarantines_open", () => new Measurement<int>(_registry.State.Quarantines.Count(rows => rows.To is null), Model()), description: "Quarantines that have no end yet: rows that come in are not learned from.");
        meter.CreateObservableGauge("mlops_model_holdout_score", Holdout, description: "The champion on the rows that its gates judged it on, by slice and metric.");
        meter.CreateObservableGauge("mlops_model_rolled_back_timestamp_seconds", () => new Measurement<double>(Volatile.Read(ref _rolledBackAt), Model()), description: "When a release was last rolled back, in Unix time; 0 for never since the start of the process.");
        meter.CreateObservableGauge("mlops_inference_log_offset", () => new Measurement<long>(Volatile.Read(ref _offset), Model(), Tag("reader", Reader)), description: "The next record to be read.");
        foreach (var gate in gates.Where(gate => gate.IsOn))
        {
            Judged(gate.Name, "passed", 0);
            Judged(gate.Name, "failed", 0);
        }

        foreach (var trial in Trials.Concat(CanaryGates.All)) Judged(trial, "failed", 0);

        foreach (var trainer in trainers)
        {
            foreach (var result in Results) _experiments.Add(0, Model(), Tag("trainer", trainer.Name), Tag("result", result));
        }
    }

    public void Read(long nextOrdinal) => Volatile.Write(ref _offset, nextOrdinal);

    /// <summary>Nothing is read here.</summary>
    public void StandsBy() => Volatile.Write(ref _offset, 0);

    /// <summary>Counts what a new entry of the journal says.</summary>
    public void Appended(JournalEntry entry)
    {
        switch (entry.Happened)
        {
            case VersionRegistered registered:
                foreach (var gate in registered.Version.Gates) Judged(gate.Gate, gate.Passed ? "passed" : "failed", 1);
                foreach (var experiment in registered.Experiments) Tried(experiment);
                break;
            case VersionRejected rejected:
                Judged(rejected.Gate, "failed", 1);
                break;
            case TrainingEnded ended:
                if (ended.RefusedBy is { } refusing) Judged(refusing, "failed", 1);
                foreach (var experiment in ended.Experiments) Tried(experiment);
                break;
            case Released { Change.Stage: ReleaseStages.RolledBack }:
                Volatile.Write(ref _rolledBackAt, entry.Time.ToUnixTimeMilliseconds() / 1000.0);
                break;
        }
    }

    private void Judged(string gate, string result, int candidates) =>
        _gates.Add(candidates, Model(), Tag("gate", gate), Tag("result", result));

    private void Tried(Experiment experiment) =>
        _experiments.Add(1, Model(), Tag("trainer", experiment.Trainer), Tag("result", experiment switch
        {
            { Won: true } => "won",
            { LeftOut: not null } => "left_out",
            { Failure: not null } => "failed",
            _ => "lost",
        }));

    // Every metric on all rows; of the slices the accuracy alone, so that the series stay few.
    private IEnumerable<Measurement<double>> Holdout()
    {
        foreach (var slice in _registry.State.Champion?.Metrics ?? [])
        {
            yield return Score(slice.Slice, "accuracy", slice.Accuracy);
            if (slice.Slice != "all") continue;
            yield return Score(slice.Slice, "log_loss", slice.LogLoss);
            yield return Score(slice.Slice, "brier", slice.Brier);
            yield return Score(slice.Slice, "auc", slice.Auc);
        }
    }

    private Measurement<double> Score(string slice, string metric, double value) => new(value, Model(), Tag("slice", slice), Tag("metric", metric));

    private KeyValuePair<string, object?> Model() => Tag("model", _model);

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
