using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Traffic.Scenarios.Labels;

internal sealed class MissesUntold : IScenario
{
    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "misses-untold",
        Title = "Misses untold",
        InShort = "Only hits are reported",
        Group = ScenarioGroups.Labels,
        Size = "no outcome of any song that did not chart",
        WhatToLookFor = "From now on only hits are reported. Whoever learns from what is reported learns that everything charts, and looks ever more right to himself. The fleet has to see that half of the outcomes are gone, and hold.",
        RightResponse = DecisionActions.Hold,
        RequiredFindings = [new([FindingKinds.LabelFlow], Within: 2_000)],
        ForbiddenFindings = [new([FindingKinds.DataQuality, FindingKinds.DataDrift])],
        RequiredActions = [new(DecisionActions.Hold, Within: 2_000)],
        ForbiddenActions = [DecisionActions.Quarantine],
        MaxPromotions = 0,
        Budget = new() { OwnerAlerted = true },
    };

    public IOutcomeDelay OutcomesFrom(long onset, IOutcomeDelay usual, ulong seed) => new ClassDelay(new NoOutcomes(), usual);
}
