using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Concept;

internal sealed class OneMarket : IScenario
{
    private static readonly int Mode = SongSchema.Instance.IndexOf("mode");

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "one-market",
        Title = "One market",
        InShort = "Only minor keys flip",
        Group = ScenarioGroups.Concept,
        Size = "the labels of songs in a minor key inverted: one song in four",
        WhatToLookFor = "Only listeners of songs in a minor key want the opposite: three songs in four are judged as before. The fall is a fourth of a flip; what is learned has to know the slice from the rest.",
        RightResponse = DecisionActions.Retrain,
        RequiredFindings = [new([FindingKinds.RealisedPerformance], Within: 1_500)],
        ForbiddenFindings = [new([FindingKinds.DataDrift, FindingKinds.DataQuality])],
        ForbiddenActions = [DecisionActions.Quarantine, DecisionActions.Hold],
        MinPromotions = 1,
        Budget = new() { OracleWithin = 7_000, OracleMargin = 0.03 },
    };

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song)
    {
        var label = draw.Song(state, song);
        return song[Mode] == 0 ? (byte)(1 - label) : label;
    }
}
