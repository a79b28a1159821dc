using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;

namespace MonitoringDemo.Traffic.Scenarios.Broken;

internal sealed class ClockAhead : IScenario
{
    private const long BrokenRows = 2_000;
    private const long Ahead = 90L * 24 * 60 * 60 * 1_000;

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "clock-ahead",
        Title = "Clock ahead",
        InShort = "Songs of next quarter",
        Group = ScenarioGroups.Broken,
        Size = "times 90 days ahead for 2,000 songs",
        WhatToLookFor = "A server's clock is three months ahead. No model reads the clock, so the songs are as good as ever: the fleet tells the owner, watches, and leaves the model alone.",
        RightResponse = DecisionActions.Watch,
        MendedAfter = BrokenRows,
        RequiredFindings = [new([FindingKinds.DataQuality], Within: 250)],
        RequiredActions = [new(DecisionActions.Watch, Within: 250)],
        ForbiddenActions = [.. DecisionActions.All.Except([DecisionActions.Watch])],
        MaxPromotions = 0,
        Budget = new() { NormalWithinOfMend = 500, OwnerAlerted = true },
    };

    public long TimeOf(SongDraw draw, long rowsSinceOnset, long time) => rowsSinceOnset < BrokenRows ? time + Ahead : time;
}
