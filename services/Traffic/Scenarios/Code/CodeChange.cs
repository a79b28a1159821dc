using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Traffic.Scenarios.Code;

internal sealed class CodeChange : IScenario
{
    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "code-change",
        Title = "Change of code",
        InShort = "A better recipe arrives",
        Group = ScenarioGroups.Code,
        Size = "boosted trees among the candidates, where a logistic model was the only one",
        WhatToLookFor = "Nothing happens to the songs. The fleet is deployed anew with boosted trees among its candidates, and at its start it trains once by itself, because of the change; the gates find the new model better and it serves. No finding is needed for that.",
        RightResponse = DecisionActions.Retrain,
        IsRunOnly = true,
        ForbiddenFindings = [new([FindingKinds.DataQuality, FindingKinds.DataDrift, FindingKinds.RealisedPerformance, FindingKinds.LabelFlow])],
        RequiredActions = [new(DecisionActions.Retrain, Within: 100)],
        ForbiddenActions = [DecisionActions.Restore, DecisionActions.Quarantine, DecisionActions.Hold, DecisionActions.RollBack],
        ActionLimits = [new(DecisionActions.Retrain, AtMost: 1)],
        MinPromotions = 1,
        MaxPromotions = 1,
        Trigger = "code",
    };

    public IReadOnlyDictionary<string, string?> Settings { get; } = CandidateSetting.Of("binned-logistic");

    public IReadOnlyDictionary<string, string?> Deployed { get; } = CandidateSetting.Of("binned-logistic; gradient-boosting trees=120 leaves=6 min-rows=20 l2=5 rate=0.08 row-share=0.7 column-share=0.5");
}
