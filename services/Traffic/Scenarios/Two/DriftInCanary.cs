using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Traffic.Scenarios.Two;

internal sealed class DriftInCanary() : ScenarioStack(new TasteFlip(), new SummerHits(), After)
{
    private const long After = 400;

    public override ScenarioManifest Manifest { get; } = new()
    {
        Id = "drift-in-canary",
        Title = "Drift in a canary",
        InShort = "Summer hits on the way",
        Group = ScenarioGroups.Two,
        Size = "every label inverted; 400 songs later loudness, valence and tempo shifted",
        WhatToLookFor = "The audience wants the opposite, and the model that has learned it answers a first share of the requests when the summer hits come. Canary and champion are compared on the same songs, so the drift is held against neither: the canary goes on.",
        RightResponse = DecisionActions.Retrain,
        IsRunOnly = true,
        RequiredFindings = [new([FindingKinds.RealisedPerformance], Within: 1_000), new([FindingKinds.DataDrift]) { After = After }],
        ForbiddenFindings = [new([FindingKinds.DataQuality])],
        ForbiddenActions = [DecisionActions.Quarantine, DecisionActions.Hold, DecisionActions.RollBack],
        MinPromotions = 1,
        Budget = new() { OracleWithin = 5_000, OracleMargin = 0.03 },
    };

    public override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Retraining:Release:Strategy"] = "canary",
        ["Retraining:Release:UrgentStepRows"] = "100",
    };
}
