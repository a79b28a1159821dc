using System.Globalization;

namespace MonitoringDemo.Demo.Scorecard;

/// <summary>The maturity levels of Google (0 to 2) and Microsoft (0 to 4), as far as a fleet can show them of itself.</summary>
internal static class Levels
{
    /// <summary>Google Cloud, "MLOps: Continuous delivery and automation pipelines in machine learning".</summary>
    public static IReadOnlyList<LevelItem> Google(FleetEvidence fleet) =>
    [
        Trains("1", fleet),
        new("1", "Data are validated before they are learned from", fleet.ChecksOff.Count == 0 && fleet.HasRow("broken-data-is-quarantined", "quarantine"), "checks of data quality and their quarantine"),
        new("1", "Models are validated before they serve", DataScore.Judges(fleet, "finite", "quality"), "gates finite and quality"),
        new("1", "Metadata of each run are kept", fleet.Experiments.Count > 0, "experiments"),
        new("2", "The pipeline itself is built and tested automatically", fleet.Sources(".ci/run"), ".ci/run"),
        new("2", "It is deployed automatically", false, "deploy/Dockerfile and deploy/kubernetes describe it; nothing deploys a new build by itself"),
        new("2", "A change of its code leads to new models through the same gates", fleet.HasRow("changed-code-is-tried", "retrain"), "policy row changed-code-is-tried"),
        new("2", "A registry of models", fleet.Champion is not null && fleet.Audit is not { Holds: false }, "models verify"),
    ];

    /// <summary>Microsoft, "Machine Learning operations maturity model".</summary>
    public static IReadOnlyList<LevelItem> Microsoft(FleetEvidence fleet) =>
    [
        new("1", "Builds and tests of the application are automatic", fleet.Sources(".ci/run"), ".ci/run"),
        Trains("2", fleet),
        new("2", "Trainings are tracked and can be made again", fleet.Experiments.Count > 0 && fleet.Reproduced is not { IsSame: false }, "experiments; models reproduce"),
        new("2", "Models are managed in one place", fleet.Champion is not null, "models"),
        new("3", "Releases are automatic and can be traced back to their data", DataScore.Judges(fleet, "quality", "signed") && fleet.HasRow("proven-release-goes-on", "replace"), "gates, probation, snapshots"),
        new("3", "Models are compared in service before they take over", fleet.Release.Strategy == "canary" || fleet.HasRow("worse-release-is-taken-back", "roll-back"), "shadow, probation, canary"),
        new("4", "What is measured in service causes the next training", fleet.Has("error-rise") && fleet.HasRow("changed-concept-is-learned", "retrain") && fleet.HasRow("moved-inputs-that-hurt-are-learned", "retrain"), "policy rows on findings"),
        new("4", "A release costs no downtime", fleet.Sources("tests/Inference.Tests/LoadModel"), "models are swapped between two requests; tests/Inference.Tests/LoadModel"),
        new("4", "Everything is seen in one place", fleet.Sources("dashboards"), "dashboards; the page"),
    ];

    /// <summary>The highest level of which, and of those below, nothing is missing; 0 where something is missing of the first.</summary>
    public static int Reached(IReadOnlyList<LevelItem> items) => items
        .GroupBy(item => int.Parse(item.Of, CultureInfo.InvariantCulture)).OrderBy(level => level.Key)
        .TakeWhile(level => level.All(item => item.IsMet)).Select(level => level.Key).LastOrDefault();

    private static LevelItem Trains(string level, FleetEvidence fleet) => new(
        level, "Training is automatic and has its triggers",
        fleet.HasRow("changed-concept-is-learned", "retrain") && fleet.HasRow("better-challenger-is-released", "replace"), "policy rows that retrain and replace");
}
