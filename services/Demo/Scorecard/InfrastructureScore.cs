namespace MonitoringDemo.Demo.Scorecard;

/// <summary>The seven tests for the infrastructure.</summary>
internal static class InfrastructureScore
{
    private const string Section = ScoreSections.Infrastructure;

    private static readonly string[] Needed = ["enough-rows", "finite", "quality", "slices", "signed"];

    public static IEnumerable<ScoreItem> Of(FleetEvidence fleet)
    {
        yield return fleet.Reproduced switch
        {
            { IsSame: true } made => new(Section, "Training is reproducible", 1, $"Version {made.Version} was trained again just now: the same bytes.", $"models reproduce {made.Version}"),
            { } made => new(Section, "Training is reproducible", 0, $"Version {made.Version} was trained again just now, and other bytes came out.", $"models reproduce {made.Version}"),
            null when fleet.Champion is not null => new(Section, "Training is reproducible", 0.5, "Rows, recipe and seed of each version are kept. The one that serves was not trained again to see.", "scorecard; /scorecard"),
            null => new(Section, "Training is reproducible", 0, "No model serves.", "models"),
        };
        yield return DataScore.Tested(fleet, "Model specs are unit tested", "tests/Learning.Tests/Trainers", Section);
        yield return DataScore.Tested(fleet, "The ML pipeline is integration tested", "tests/EndToEnd.Tests", Section);
        yield return BeforeServing(fleet);
        yield return DataScore.Tested(fleet, "The model is debuggable", "tests/Learning.Tests/Explanation", Section) with { Evidence = "POST /v1/predictions?explain=true; models diff" };
        yield return fleet.Release.Strategy == "canary"
            ? new(Section, "Models are canaried before serving", 1, $"A candidate answers {fleet.Release.Steps} percent of the requests, one after the other.", "Retraining:Release:Strategy")
            : new(Section, "Models are canaried before serving", 0.5, "What is not proven is scored in shadow first, and every release is on probation; none answers a share of the requests.", "Retraining:Release:Strategy");
        yield return fleet.HasRow("worse-release-is-taken-back", "roll-back") && fleet.HasRow("roll-back-is-obeyed", "roll-back") && fleet.HasRow("archived-model-is-restored", "restore")
            ? new(Section, "Serving models can be rolled back", 1, "A worse release is taken back by itself, and by hand also while releases are frozen.", "roll-back; tests/Retraining.Tests/Release")
            : new(Section, "Serving models can be rolled back", 0, "A row of the policy that takes back or brings back is switched off.", "Retraining:DisabledRows; Retraining:DisabledResponses");
    }

    private static ScoreItem BeforeServing(FleetEvidence fleet)
    {
        const string Name = "Model quality is validated before serving";
        if (fleet.Audit is { Holds: false } audit)
            return new(Section, Name, 0, $"The registry does not hold: {audit.Problems[0].Where}: {audit.Problems[0].What}", "models verify");
        var off = Needed.Where(gate => !fleet.HasGate(gate)).ToList();
        return off.Count == 0
            ? new(Section, Name, 1, $"Every candidate passes the gates enough-rows, finite, quality, slices and signed{(fleet.Audit is { } held ? $"; {held.Signatures} signatures hold" : "")}.", "models verify; tests/Retraining.Tests/Evaluate")
            : new(Section, Name, 0, $"Switched off: the gate{(off.Count > 1 ? "s" : "")} {string.Join(", ", off)}.", "Retraining:DisabledResponses");
    }
}
