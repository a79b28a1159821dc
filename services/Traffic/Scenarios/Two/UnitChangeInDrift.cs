using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Traffic.Scenarios.Two;

internal sealed class UnitChangeInDrift() : ScenarioStack(new Decades(), new UnitChange(), After)
{
    private const long After = 3_000;
    private const long BrokenRows = 2_000;

    public override ScenarioManifest Manifest { get; } = new()
    {
        Id = "unit-change-in-drift",
        Title = "Unit change in a drift",
        InShort = "Seconds, in the nineties",
        Group = ScenarioGroups.Two,
        Size = "59 years of music; in it, for 2,000 songs, a factor of 1/1,000 on duration_ms",
        WhatToLookFor = "The music goes from 1960 to 2019, and on the way the duration comes in seconds for 2,000 songs. What moved is learned and what broke is not: the fleet keeps the broken rows out, names duration_ms, and goes on releasing when the feed is mended.",
        RightResponse = DecisionActions.Quarantine,
        Onset = 5_000,
        Ramp = 8_000,
        BreaksAfter = After,
        MendedAfter = After + BrokenRows,
        RequiredFindings = [new([FindingKinds.DataQuality], "duration_ms", Within: After + 200) { After = After }, new([FindingKinds.DataDrift, FindingKinds.RealisedPerformance])],
        RequiredActions = [new(DecisionActions.Quarantine, Within: After + 200) { After = After }],
        MinPromotions = 3,
        Budget = new() { FleetAboveStatic = 0.10, NoBrokenRowTrainedOn = true, OwnerAlerted = true },
    };
}
