namespace MonitoringDemo.Demo.Scorecard;

/// <summary>The seven tests for monitoring.</summary>
internal static class MonitoringScore
{
    private const string Section = ScoreSections.Monitoring;
    private const string Rules = "deploy/prometheus/rules";

    public static IEnumerable<ScoreItem> Of(FleetEvidence fleet)
    {
        yield return fleet.HasRow("changed-code-is-tried", "retrain")
            ? new(Section, "Dependency changes result in notification", 0.5, "Code that makes other models is noticed and tried. What is upstream announces nothing: a change there is noticed by its rows.", "docs/governance.md")
            : new(Section, "Dependency changes result in notification", 0, "The row changed-code-is-tried is switched off.", "Retraining:DisabledRows");
        var off = fleet.ChecksOff;
        yield return off.Count == 0 && fleet.HasRow("broken-data-is-quarantined", "quarantine")
            ? new(Section, "Data invariants hold for inputs", 1, "Each row is checked, broken ones are kept out of training, and their owner is told.", "tests/Drift.Tests/DataQuality")
            : new(Section, "Data invariants hold for inputs", off.Count == 0 ? 0.5 : 0, off.Count == 0 ? "Each row is checked, and broken ones are learned from all the same: the quarantine is switched off." : $"Not checked: {string.Join(", ", off)}.", "DriftDetection:DisabledDetectors; Retraining:DisabledRows");
        yield return fleet.Has("shift") && fleet.Has("prediction-shift")
            ? new(Section, "Training and serving are not skewed", 1, "One piece of code makes features for both, and what is served is held against what was trained on, feature by feature.", "GET /v1/drift")
            : new(Section, "Training and serving are not skewed", 0, "The comparison of served rows with the training rows is switched off.", "DriftDetection:DisabledDetectors");
        yield return fleet.Detection.Monitor.MostModelRows > 0 && fleet.Has("age") && fleet.HasRow("old-model-is-renewed", "retrain")
            ? new(Section, "Models are not too stale", 1, $"A model whose newest row is more than {fleet.Detection.Monitor.MostModelRows} rows ago is renewed.", "DriftDetection:Monitor:MostModelRows")
            : new(Section, "Models are not too stale", 0.5, "The age of the model is shown. No age is too old.", "DriftDetection:Monitor:MostModelRows; mlops_model_promoted_timestamp_seconds");
        yield return fleet.HasGate("finite")
            ? new(Section, "Models are numerically stable", 1, "No candidate passes that has no probability for a row, and a shadow or canary without a score is withdrawn.", "tests/Retraining.Tests/Evaluate")
            : new(Section, "Models are numerically stable", 0, "The gate finite is switched off.", "Retraining:DisabledResponses");
        yield return fleet.SourcesSay($"{Rules}/serving.yml", "PredictionsSlow")
            ? new(Section, "Computing performance has not regressed", 0.5, "How long answers take is measured, and a rule says when it is too long. Whether a Prometheus evaluates it this fleet cannot see; no figure of before is kept to compare with.", $"{Rules}/serving.yml")
            : new(Section, "Computing performance has not regressed", 0, "How long answers take is measured; the rules that would say when it is too long are not here.", $"{Rules}/serving.yml");
        yield return fleet.Has("error-rise") && fleet.Has("held-out-norm") && fleet.Has("outcome-wait")
            ? new(Section, "Prediction quality has not regressed", 1, "Each outcome is held against the norm, a fall is a finding and an alert, and so are outcomes that stop.", "tests/Drift.Tests; tests/Alerting.Tests")
            : new(Section, "Prediction quality has not regressed", 0, "A detector of falling performance or of missing outcomes is switched off.", "DriftDetection:DisabledDetectors");
    }
}
