using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Traffic.Scenarios.Labels;

internal sealed class OutcomesStop : IScenario
{
    private const long SilentRows = 5_000;

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "outcomes-stop",
        Title = "Outcomes stop",
        InShort = "Nobody says what charted",
        Group = ScenarioGroups.Labels,
        Size = "no outcome for 5,000 songs, then all of them at once",
        WhatToLookFor = "Nobody tells any more what charted. The fleet says that it is blind and holds: nothing is trained or promoted on guesses. When the outcomes come, all at once, it catches up.",
        RightResponse = DecisionActions.Hold,
        MendedAfter = SilentRows,
        RequiredFindings = [new([FindingKinds.LabelFlow], Within: 2_000)],
        ForbiddenFindings = [new([FindingKinds.DataQuality, FindingKinds.RealisedPerformance, FindingKinds.DataDrift])],
        RequiredActions = [new(DecisionActions.Hold, Within: 2_000)],
        ForbiddenActions = [.. DecisionActions.All.Except([DecisionActions.Watch, DecisionActions.Hold])],
        MaxPromotions = 0,
        Budget = new() { NormalWithinOfMend = 500, OwnerAlerted = true },
    };

    public IOutcomeDelay OutcomesFrom(long onset, IOutcomeDelay usual, ulong seed) => new HeldBackDelay(usual, onset, onset + SilentRows);
}
