using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;

namespace MonitoringDemo.Traffic.Scenarios.Inputs;

internal sealed class TrafficSurge : IScenario
{
    private const int Times = 10;
    private const long MinuteInMilliseconds = 60_000;

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "traffic-surge",
        Title = "Traffic surge",
        InShort = "Ten times as many songs",
        Group = ScenarioGroups.Inputs,
        Size = "ten times as many songs a minute",
        WhatToLookFor = "A campaign: ten times as many songs a minute, of the same mix. Nothing about the songs has changed, so there is nothing to find and nothing to do.",
        RightResponse = "none",
        ForbiddenFindings = [new([FindingKinds.DataQuality, FindingKinds.RealisedPerformance, FindingKinds.LabelFlow, FindingKinds.Staleness])],
        ForbiddenActions = [.. DecisionActions.All.Except([DecisionActions.Watch])],
        ActionLimits = [new(DecisionActions.Watch, AtMost: 1, Runs: 10)],
        MaxPromotions = 0,
    };

    // The songs since the onset share a tenth of the time: minutes and what is left of one are a tenth as long.
    public long TimeOf(SongDraw draw, long rowsSinceOnset, long time) =>
        time - (((rowsSinceOnset * MinuteInMilliseconds) + (time % MinuteInMilliseconds)) * (Times - 1) / Times);

    public double Haste(long rowsSinceOnset) => Times;
}
