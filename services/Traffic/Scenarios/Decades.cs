using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios;

internal sealed class Decades : IScenario
{
    private const double FirstYear = 1960;
    private const double LastYear = 2019;

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "decades",
        Title = "Sixty years of music",
        InShort = "From 1960 to 2019",
        Group = ScenarioGroups.First,
        Size = "59 years of music",
        WhatToLookFor = "The music goes from 1960 to 2019. The model that is never updated decays; the fleet keeps releasing new versions and stays well above it. Begun again, it goes back to 1960, the time of that first model, which is then ahead for a while.",
        RightResponse = DecisionActions.Retrain,
        Onset = 5_000,
        Ramp = 8_000,
        RequiredFindings = [new([FindingKinds.DataDrift, FindingKinds.RealisedPerformance])],
        ForbiddenFindings = [new([FindingKinds.DataQuality])],
        ForbiddenActions = [DecisionActions.Quarantine],
        MinPromotions = 3,
        Budget = new() { FleetAboveStatic = 0.12 },
    };

    // Begun again in 2019 it goes back to 1960: whoever presses the button wants to see the journey.
    public WorldState StateAt(WorldState before, long rowsSinceOnset) =>
        before with { Year = FirstYear + ((LastYear - FirstYear) * Math.Min(rowsSinceOnset, Manifest.Ramp) / Manifest.Ramp) };
}
