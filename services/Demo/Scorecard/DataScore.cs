using MonitoringDemo.Retraining.Decide;

namespace MonitoringDemo.Demo.Scorecard;

/// <summary>The seven tests for features and data.</summary>
internal static class DataScore
{
    private const string Section = ScoreSections.Data;

    public static IEnumerable<ScoreItem> Of(FleetEvidence fleet)
    {
        var off = fleet.ChecksOff;
        yield return off.Count == 0
            ? new(Section, "Feature expectations are captured in a schema", 1, "Types and categories stand in the log's schema; ranges, units, shares of missing values and copies are learned from good rows and held against each new one.", "GET /v1/drift; tests/Drift.Tests/DataQuality")
            : new(Section, "Feature expectations are captured in a schema", 0.5, $"Types and categories stand in the log's schema; these expectations are not checked: {string.Join(", ", off)}.", "DriftDetection:DisabledDetectors");
        yield return fleet.Champion is null
            ? new(Section, "All features are beneficial", 0, "No model serves, so nothing is known of what its features do.", "models")
            : new(Section, "All features are beneficial", 0.5, "What each feature does for the answers is measured of every version. Nobody takes a feature out that does nothing.", "models card; tests/Learning.Tests/Explanation");
        yield return new(Section, "No feature's cost is too much", 0, "What a feature costs, in time or upkeep, is not measured.", "none");
        yield return fleet.HasObstacle("invariance") || fleet.HasObstacle("bias")
            ? new(Section, "Features adhere to meta-level requirements", 1, "The obstacle course says which features answers must not lean on, and no candidate passes without.", "Retraining:Obstacles; tests/Retraining.Tests/Obstacles")
            : new(Section, "Features adhere to meta-level requirements", 0, "No obstacle course says which features answers must not lean on. Name one in Retraining:Obstacles.", "Retraining:Obstacles");
        yield return fleet.Sources("tests/ServiceDefaults.Tests/Security")
            ? new(Section, "The data pipeline has appropriate privacy controls", 0.5, "Who may read is limited and tested: loopback only, or a token. Rows of a person cannot be found or deleted.", "tests/ServiceDefaults.Tests/Security")
            : new(Section, "The data pipeline has appropriate privacy controls", 0, "The sources of this program are not here, so no test can be shown; rows of a person cannot be found or deleted.", "tests/ServiceDefaults.Tests/Security");
        yield return new(Section, "New features can be added quickly", 0, "A schema is for the life of a log: a new feature means a new log and a new first model.", "SchemaConflictException");
        yield return Tested(fleet, "All input feature code is tested", "tests/Learning.Tests/Preparation");
    }

    /// <summary>A test that the sources hold and .ci/run runs.</summary>
    public static ScoreItem Tested(FleetEvidence fleet, string name, string path, string section = Section) => fleet.Sources(path) && fleet.Sources(".ci/run")
        ? new(section, name, 1, "Tests of it are part of every run of .ci/run.", path)
        : new(section, name, 0, "The sources of this program are not here, so no test can be shown.", path);

    /// <summary>Whether a gate and the rows that want a candidate judged are on.</summary>
    public static bool Judges(FleetEvidence fleet, params string[] gates) => gates.All(gate => PolicyParts.Gates.Contains(gate) && fleet.HasGate(gate));
}
