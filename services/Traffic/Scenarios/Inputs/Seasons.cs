using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Inputs;

internal sealed class Seasons : IScenario
{
    private const double OtherYear = 1990;
    private const long Season = 4_000;

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "seasons",
        Title = "Seasons",
        InShort = "1990, 1962, and 1990 again",
        Group = ScenarioGroups.Inputs,
        Size = "all songs of 1990 and of 1962 in turn, 4,000 songs each",
        WhatToLookFor = "A season of other music comes, goes and comes again. The first time the fleet learns it; when the old music is back the old version is, and the second time no training is needed either.",
        RightResponse = DecisionActions.Restore,
        RequiredFindings = [new([FindingKinds.DataDrift, FindingKinds.RealisedPerformance], Within: 1_500)],
        ForbiddenFindings = [new([FindingKinds.DataQuality])],
        RequiredActions = [new(DecisionActions.Restore)],
        ForbiddenActions = [DecisionActions.Quarantine, DecisionActions.Hold],
        MinPromotions = 1,
        Budget = new() { FleetAboveStatic = 0.05 },
    };

    public WorldState StateAt(WorldState before, long rowsSinceOnset) => rowsSinceOnset / Season % 2 == 0 || rowsSinceOnset >= 3 * Season ? before with { Year = OtherYear } : before;
}
