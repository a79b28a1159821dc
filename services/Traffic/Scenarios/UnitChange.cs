using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios;

internal sealed class UnitChange : IScenario
{
    private const string Feature = "duration_ms";
    private const long BrokenRows = 2_000;

    private static readonly int Duration = SongSchema.Instance.IndexOf(Feature);

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "unit-change",
        Title = "Unit change",
        InShort = "Durations in seconds",
        Group = ScenarioGroups.First,
        Size = "a factor of 1/1,000 on duration_ms",
        WhatToLookFor = "Upstream starts to send the duration in seconds. The fleet puts the broken rows in quarantine, names duration_ms, alerts its owner and trains on none of them; when the feed is mended, all is normal again.",
        RightResponse = DecisionActions.Quarantine,
        MendedAfter = BrokenRows,
        RequiredFindings = [new([FindingKinds.DataQuality], Feature, Within: 200)],
        RequiredActions = [new(DecisionActions.Quarantine, Within: 200)],
        ForbiddenActions = [DecisionActions.Retrain, DecisionActions.Restore, DecisionActions.RollBack],
        MaxPromotions = 0,
        Budget = new() { NormalWithinOfMend = 500, NoBrokenRowTrainedOn = true, OwnerAlerted = true },
    };

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song)
    {
        var label = draw.Song(state, song);
        if (rowsSinceOnset < BrokenRows)
            song[Duration] /= 1_000;
        return label;
    }
}
