using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Traffic.Scenarios.Code;

internal sealed class WorseCode : IScenario
{
    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "worse-code",
        Title = "Worse code",
        InShort = "A recipe that knows less",
        Group = ScenarioGroups.Code,
        Size = "2 bins a feature in place of 15",
        WhatToLookFor = "Somebody deploys other settings of the trainer, and they are worse. The fleet trains once because of the change, a gate rejects what comes of it, and the champion goes on serving as if nothing had been deployed.",
        RightResponse = DecisionActions.Reject,
        IsRunOnly = true,
        ForbiddenFindings = [new([FindingKinds.DataQuality, FindingKinds.DataDrift, FindingKinds.RealisedPerformance, FindingKinds.LabelFlow])],
        RequiredActions = [new(DecisionActions.Retrain, Within: 100), new(DecisionActions.Reject, Within: 100)],
        ForbiddenActions = [DecisionActions.Restore, DecisionActions.Quarantine, DecisionActions.Hold, DecisionActions.RollBack],
        ActionLimits = [new(DecisionActions.Retrain, AtMost: 1)],
        MaxPromotions = 0,
    };

    public IReadOnlyDictionary<string, string?> Deployed { get; } = CandidateSetting.Of("binned-logistic bins=2");
}
