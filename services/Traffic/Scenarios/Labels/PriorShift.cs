using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Labels;

internal sealed class PriorShift : IScenario
{
    private const double HitShare = 0.2;
    private const int Attempts = 60;

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "prior-shift",
        Title = "Prior shift",
        InShort = "Hits become rare",
        Group = ScenarioGroups.Labels,
        Size = "hits from 50 % to 20 % of songs",
        WhatToLookFor = "One song in five charts instead of one in two; what a hit sounds like stays the same. The model promises too many hits: the fleet learns how rare they are.",
        RightResponse = DecisionActions.Replace,
        RequiredFindings = [new([FindingKinds.DataDrift, FindingKinds.RealisedPerformance], Within: 2_000)],
        ForbiddenFindings = [new([FindingKinds.DataQuality, FindingKinds.LabelFlow])],
        ForbiddenActions = [DecisionActions.Quarantine, DecisionActions.Hold],
        MinPromotions = 1,
        Budget = new() { OracleWithin = 6_000, OracleMargin = 0.03 },
    };

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song)
    {
        var wanted = (byte)(draw.Uniform() < HitShare ? 1 : 0);
        var label = draw.Song(state, song);
        for (var attempt = 1; attempt < Attempts && label != wanted; attempt++)
            label = draw.Song(state, song, attempt);
        return label;
    }
}
