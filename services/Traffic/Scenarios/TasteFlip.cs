using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios;

internal sealed class TasteFlip : IScenario
{
    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "taste-flip",
        Title = "Taste flip",
        InShort = "Hits become misses",
        Group = ScenarioGroups.First,
        Size = "every label inverted",
        WhatToLookFor = "From one song to the next the audience wants the opposite. The songs look as before, so no input drifts; accuracy plunges, and the fleet learns the new taste.",
        RightResponse = DecisionActions.Retrain,
        RequiredFindings = [new([FindingKinds.RealisedPerformance], Within: 1_000)],
        ForbiddenFindings = [new([FindingKinds.DataDrift, FindingKinds.DataQuality])],
        ForbiddenActions = [DecisionActions.Quarantine],
        MinPromotions = 1,
        Budget = new() { OracleWithin = 5_000, OracleMargin = 0.03, OracleRows = 5_000 },
    };

    public WorldState StateAt(WorldState before, long rowsSinceOnset) => before with { TasteInverted = !before.TasteInverted };
}
