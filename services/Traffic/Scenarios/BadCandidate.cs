using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Traffic.Scenarios;

internal sealed class BadCandidate : IScenario
{
    private const string Id = "bad-candidate";

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = Id,
        Title = "Bad candidate",
        InShort = "Shuffled labels",
        Group = ScenarioGroups.First,
        WhatToLookFor = "Somebody orders a retraining by hand, and its labels get shuffled on the way. The quality gate rejects the candidate by name; the champion stays.",
        RightResponse = DecisionActions.Reject,
        ForbiddenFindings = [new([FindingKinds.DataQuality, FindingKinds.RealisedPerformance])],
        RequiredActions = [new(DecisionActions.Reject, Gate: "quality")],
        ForbiddenActions = [DecisionActions.Restore, DecisionActions.Quarantine, DecisionActions.Hold, DecisionActions.RollBack],
        MaxPromotions = 0,
    };

    public IReadOnlyList<RetrainModel> CommandsAtOnset(string model, long onset) =>
        [new(model, $"{model}-{Id}-{onset}", "a person", "a drill: the labels of this run are shuffled", "shuffled-labels")];
}
