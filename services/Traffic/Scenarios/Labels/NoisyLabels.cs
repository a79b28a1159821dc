using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Labels;

internal sealed class NoisyLabels : IScenario
{
    private const double Share = 0.2;

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "noisy-labels",
        Title = "Noisy labels",
        InShort = "One in five is wrong",
        Group = ScenarioGroups.Labels,
        Size = "20 % of the reported outcomes inverted at random",
        WhatToLookFor = "One in five reported outcomes is wrong, whichever song it is about. The model looks worse than it is, and no other could look better: candidates fail at the gates, and the champion stays.",
        RightResponse = DecisionActions.Reject,
        RequiredFindings = [new([FindingKinds.RealisedPerformance], Within: 2_000)],
        ForbiddenFindings = [new([FindingKinds.DataQuality, FindingKinds.DataDrift])],
        ForbiddenActions = [DecisionActions.Quarantine, DecisionActions.Restore],
        MaxPromotions = 0,
    };

    public byte Report(SongDraw draw, WorldState state, long rowsSinceOnset, byte label) => draw.Uniform() < Share ? (byte)(1 - label) : label;
}
