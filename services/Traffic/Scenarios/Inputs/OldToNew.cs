using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Inputs;

internal sealed class OldToNew : IScenario
{
    private const double NewYear = 1990;
    private const long Rows = 6_000;

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "old-to-new",
        Title = "Old to new",
        InShort = "Ever more songs of 1990",
        Group = ScenarioGroups.Inputs,
        Size = "from none to all songs of 1990, over 6,000 songs",
        WhatToLookFor = "Songs of 1990 come in among those of 1962, one in a hundred, then one in ten, then all. No step is ever seen: training anew on the newest songs proves better, again and again, and the fleet's versions follow the mix.",
        RightResponse = DecisionActions.Replace,
        Ramp = Rows,
        RequiredFindings = [new([FindingKinds.DataDrift, FindingKinds.RealisedPerformance])],
        ForbiddenFindings = [new([FindingKinds.DataQuality])],
        ForbiddenActions = [DecisionActions.Quarantine, DecisionActions.Hold],
        MinPromotions = 1,
        Budget = new() { FleetAboveStatic = 0.08, OracleWithin = 9_000, OracleMargin = 0.03 },
    };

    public WorldState StateAt(WorldState before, long rowsSinceOnset) => rowsSinceOnset >= Rows ? before with { Year = NewYear } : before;

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song) =>
        draw.Song(draw.Uniform() * Rows < rowsSinceOnset ? state with { Year = NewYear } : state, song);
}
