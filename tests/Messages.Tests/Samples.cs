using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Messages.Traffic;

namespace MonitoringDemo.Messages.Tests;

/// <summary>One message of each type, with every member set, as in the story of one taste flip.</summary>
internal static class Samples
{
    private const string Model = "hits";
    private const string Story = "hits-8011";

    private static readonly ModelReference _first = new(1, new string('1', 64), "binned-logistic", 0, 5000);
    private static readonly ModelReference _second = new(2, new string('2', 64), "binned-logistic", 8011, 9500);

    private static readonly Finding _finding = new(
        "realised-performance-8011", 8423, FindingKinds.RealisedPerformance, "energy", "error-rate", 6.25, 4.5, 8011, 7923, 8423, "The error rate rose from 0.16 to 0.41.", 7990, 8020, true);

    public static IReadOnlyDictionary<Type, object> All { get; } = new object[]
    {
        new AlertRaised("hits-8011-performance", Model, Story, "PerformanceDropped", "critical", "model-owner", 8423, "The model is wrong twice as often as before."),
        new AlertResolved("hits-8011-performance", Model, Story, 10500, "Version 2 is right again."),
        new CloseAlert(Model, "hits-8011-performance", "control-room"),
        new FindingsReported(Model, Story, 8500, [_finding]),
        new FindingsCleared(Model, Story, 10500, [new ClearedFinding(_finding.Id, _finding.Kind, _finding.Feature, 10211)]),
        new HealthMeasured(Model, 8500, 1, [new FeatureHealth("energy", "psi", 0.31, 0.25)], new AccuracyMeasured(500, 410, 395), new AccuracyEstimated(0.8125, 0.0085, 2000, 0.8, 1750, true, 0.25)),
        new ModelLoaded(Model, Story, 3, 10001, 2, 3, "inference-1"),
        new ModelLoadFailed(Model, Story, 3, 2, "The artefact was altered: restore it from the registry.", "inference-1"),
        new AnnounceRelease(Model, "inference-1"),
        new CandidateTrained(Model, Story, 9500, _second, 4, "It wins on the rows that none of them was trained on."),
        new CandidatesTried(
            Model, Story, 9500, "performance", "It wins on the rows that none of them was trained on.",
            [new TriedCandidate("e-9500-1", "gradient-boosting", "leaves=15 trees=60", "since-change", 1104, CandidateOutcomes.LeftOut, "The budget is spent.", 375, 0.51, 0.47, 0.55, 0.76, 0.71, 0.8, 66240, 0.125)], 2),
        new DecisionMade(Model, Story, 9500, DecisionActions.Reject, "The candidate is no better than the champion.", [_finding.Id], "quality", 2, "ana", 1),
        new ReleaseChanged(Model, Story, 3, 10000, _second, _first, ReleaseStages.Promoted, "It beats version 1 on 1,000 recent rows.", [0.75, 0.25], new HeldOutMeasured(1_000, 180), 0.05),
        new AcceptData(Model, "accept-9", "duration_ms", "control-room", "The label sends seconds from now on."),
        new DataAccepted(Model, "accept-9", 9000, "duration_ms", "control-room", "The label sends seconds from now on."),
        new RestoreModel(Model, "manual-7", 1, "control-room", "Back to the first model."),
        new RetrainModel(Model, "manual-8", "control-room", "Asked for by hand.", "shuffled-labels"),
        new JudgeVersion(Model, "approve-10", 2, true, "ana", "Its card was read."),
        new SetFreeze(Model, "freeze-11", true, "ana", "Release week.", new DateTimeOffset(2026, 2, 6, 17, 0, 0, TimeSpan.Zero)),
        new RetireVersion(Model, "retire-13", 2, "deprecated", "ana", "Version 5 does better.", new DateTimeOffset(2026, 3, 6, 17, 0, 0, TimeSpan.Zero)),
        new VersionRetired(Model, "retire-13", 1, 9600, 2, "deprecated", new DateTimeOffset(2026, 2, 6, 17, 0, 0, TimeSpan.Zero), "ana made version 2 deprecated: Version 5 does better.", "ana", new DateTimeOffset(2026, 3, 6, 17, 0, 0, TimeSpan.Zero)),
        new RollBackRelease(Model, "roll-back-12", "ana", "Complaints about the answers.", 2, 1),
        new RetrainingStarted(Model, Story, 9500, "performance"),
        new EndScenario(),
        new PaceChanged(250.5, 8500),
        new ScenarioEnded("taste-flip", 20000, "completed"),
        new ScenarioStarted("taste-flip", "Taste flip", "Accuracy falls while the songs stay the same.", 8000, "steady"),
        new SetPace(250.5),
        new StartScenario("taste-flip", IsSecret: true),
        new WorldChanged(1989, true, 8500),
    }.ToDictionary(message => message.GetType());
}
