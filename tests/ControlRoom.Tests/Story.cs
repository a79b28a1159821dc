using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Messages.Traffic;

namespace MonitoringDemo.ControlRoom.Tests;

/// <summary>Messages as the fleet sends them.</summary>
internal static class Story
{
    private const string Id = "hits-8012";

    public static HealthMeasured Health(long row, int outcomes = 100, int fleet = 80, int twin = 60, int version = 1, string model = "hits", AccuracyEstimated? estimate = null) =>
        new(model, row, version, [new FeatureHealth("loudness", "psi", 0.31, 0.25)], new AccuracyMeasured(outcomes, fleet, twin), estimate);

    public static FindingsReported Found(string id, long row, string story = Id, string kind = FindingKinds.DataDrift, string? feature = "loudness") => new("hits", story, row,
        [new Finding(id, row, kind, feature, "psi", 0.31, 0.25, 8012, 8000, row, $"{feature} has moved.")]);

    public static FindingsCleared Cleared(string id, long row, string story = Id) => new("hits", story, row, [new ClearedFinding(id, FindingKinds.DataDrift, "loudness", row)]);

    public static DecisionMade Decided(string action, long row, int? version = null, string? gate = null, params string[] findings) =>
        new("hits", Id, row, action, "Because.", findings, gate, version);

    public static ReleaseChanged Released(long sequence, int champion, string stage, long row, int? shadow = null, string reason = "Better.") =>
        new("hits", Id, sequence, row, Model(champion), shadow is { } s ? Model(s) : null, stage, reason);

    public static ModelLoaded Loaded(long sequence, int champion, long row) => new("hits", Id, sequence, row, champion, null, "inference-1");

    public static CandidateTrained Trained(int version, long row) => new("hits", Id, row, Model(version), 4, "best of four");

    public static RetrainingStarted Training(long row) => new("hits", Id, row, "performance");

    public static CandidatesTried Tried(long row) => new("hits", Id, row, "performance", "Lower.",
        [new TriedCandidate("e-1", "binned-logistic", "", "since-change", 900, CandidateOutcomes.Lost), new TriedCandidate("e-2", "gradient-boosting", "trees=60", "since-change", 900, CandidateOutcomes.Won)], 2);

    public static AlertRaised Raised(string id, long row, string name = "PerformanceDropped") => new(id, "hits", Id, name, "critical", "model-owner", row, "It fell.");

    public static AlertResolved Resolved(string id, long row) => new(id, "hits", Id, row, "It rose.");

    public static ScenarioStarted Started(string id, long row, string? replaced = null) => new(id, $"The {id}", "Look.", row, replaced);

    public static ModelReference Model(int version) => new(version, "00", "binned-logistic", 0, 5000);
}
