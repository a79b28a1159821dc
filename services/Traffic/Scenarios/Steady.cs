using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Traffic.Scenarios;

internal sealed class Steady : IScenario
{
    public const string Id = "steady";

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = Id,
        Title = "Steady",
        InShort = "Nothing changes",
        Group = ScenarioGroups.First,
        WhatToLookFor = "Nothing happens, and the fleet lets it be: both lines run level, no decision, no alert.",
        RightResponse = "none",
        ForbiddenFindings =
        [
            new([FindingKinds.DataQuality, FindingKinds.RealisedPerformance, FindingKinds.LabelFlow, FindingKinds.Staleness]),
        ],
        ForbiddenActions = [.. DecisionActions.All.Except([DecisionActions.Watch])],
        ActionLimits = [new(DecisionActions.Watch, AtMost: 1, Runs: 10)],
        MaxPromotions = 0,
    };
}
