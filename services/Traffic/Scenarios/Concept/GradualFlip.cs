using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Concept;

internal sealed class GradualFlip : IScenario
{
    private const long Rows = 3_000;

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "gradual-flip",
        Title = "Gradual flip",
        InShort = "The taste turns by and by",
        Group = ScenarioGroups.Concept,
        Size = "from none to all labels inverted, over 3,000 songs",
        WhatToLookFor = "Ever more listeners want the opposite, until all do. The songs look as before; accuracy slides instead of falling, and what was learned on the way has to be learned once more at its end.",
        RightResponse = DecisionActions.Retrain,
        Ramp = Rows,
        RequiredFindings = [new([FindingKinds.RealisedPerformance], Within: 2_500)],
        ForbiddenFindings = [new([FindingKinds.DataDrift, FindingKinds.DataQuality])],
        ForbiddenActions = [DecisionActions.Quarantine, DecisionActions.Hold],
        MinPromotions = 1,
        Budget = new() { OracleWithin = 7_000, OracleMargin = 0.03 },
    };

    public WorldState StateAt(WorldState before, long rowsSinceOnset) => rowsSinceOnset >= Rows ? before with { TasteInverted = !before.TasteInverted } : before;

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song)
    {
        var label = draw.Song(state, song);
        return rowsSinceOnset < Rows && draw.Uniform() * Rows < rowsSinceOnset ? (byte)(1 - label) : label;
    }
}
