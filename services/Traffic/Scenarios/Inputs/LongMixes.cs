using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Inputs;

internal sealed class LongMixes : IScenario
{
    private const string Feature = "duration_ms";
    private const double Share = 0.1;
    private const long BurstRows = 1_500;
    private const double MostTimes = 20;

    private static readonly int Duration = SongSchema.Instance.IndexOf(Feature);

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "long-mixes",
        Title = "Long mixes",
        InShort = "A burst of endless songs",
        Group = ScenarioGroups.Inputs,
        Size = "10 % of durations 1 to 20 times as long, in proportion to 1/x, for 1,500 songs",
        WhatToLookFor = "For a while every tenth song is a mix of any length, up to an hour and more. Values with such tails are rare, not broken: the fleet trains nothing because of them.",
        RightResponse = "none",
        MendedAfter = BurstRows,
        ForbiddenFindings = [new([FindingKinds.RealisedPerformance])],
        ForbiddenActions = [DecisionActions.Retrain, DecisionActions.Restore, DecisionActions.Replace, DecisionActions.RollBack, DecisionActions.Hold],
        MaxPromotions = 0,
        Budget = new() { NormalWithinOfMend = 1_500 },
    };

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song)
    {
        var label = draw.Song(state, song);
        if (rowsSinceOnset < BurstRows && draw.Uniform() < Share)
            song[Duration] = Math.Round(song[Duration] / (1 - (draw.Uniform(1) * (1 - (1 / MostTimes)))));
        return label;
    }
}
