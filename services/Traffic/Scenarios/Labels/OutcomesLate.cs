using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Traffic.Scenarios.Labels;

internal sealed class OutcomesLate : IScenario
{
    private const int Times = 2;

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "outcomes-late",
        Title = "Outcomes late",
        InShort = "Twice as long a wait",
        Group = ScenarioGroups.Labels,
        Size = "400 songs instead of 200",
        WhatToLookFor = "The charts are counted every other week: outcomes come twice as late, and none is lost. The world is as it was, so there is nothing to do but to know less soon.",
        RightResponse = "none",
        ForbiddenFindings = [new([FindingKinds.DataQuality, FindingKinds.RealisedPerformance, FindingKinds.LabelFlow, FindingKinds.Staleness])],
        ForbiddenActions = [.. DecisionActions.All.Except([DecisionActions.Watch])],
        ActionLimits = [new(DecisionActions.Watch, AtMost: 1, Runs: 10)],
        MaxPromotions = 0,
    };

    public IOutcomeDelay OutcomesFrom(long onset, IOutcomeDelay usual, ulong seed) => new StretchedDelay(usual, Times);
}
