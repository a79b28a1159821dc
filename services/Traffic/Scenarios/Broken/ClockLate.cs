using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;

namespace MonitoringDemo.Traffic.Scenarios.Broken;

internal sealed class ClockLate : IScenario
{
    private const long BrokenRows = 2_000;
    private const double Share = 0.5;
    private const long MostLate = 12L * 60 * 60 * 1_000;

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "late-songs",
        Title = "Late songs",
        InShort = "Times out of order",
        Group = ScenarioGroups.Broken,
        Size = "half of 2,000 songs up to twelve hours late",
        WhatToLookFor = "A queue hangs and gives back old songs among the new: times run back and forth by hours. The owner is told; the songs themselves are good, so nothing is trained and nothing thrown away.",
        RightResponse = DecisionActions.Watch,
        MendedAfter = BrokenRows,
        RequiredFindings = [new([FindingKinds.DataQuality], Within: 250)],
        RequiredActions = [new(DecisionActions.Watch, Within: 250)],
        ForbiddenActions = [.. DecisionActions.All.Except([DecisionActions.Watch])],
        MaxPromotions = 0,
        Budget = new() { NormalWithinOfMend = 500, OwnerAlerted = true },
    };

    public long TimeOf(SongDraw draw, long rowsSinceOnset, long time) =>
        rowsSinceOnset < BrokenRows && draw.Uniform() < Share ? time - (long)(draw.Uniform(1) * MostLate) : time;
}
