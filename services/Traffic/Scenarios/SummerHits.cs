using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios;

internal sealed class SummerHits : IScenario
{
    private const int Attempts = 32;

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "summer-hits",
        Title = "Summer hits",
        WhatToLookFor = "Many more loud, happy, fast songs come in. The drift bars of several inputs rise over their thresholds, but the model stays right: the fleet watches and does not retrain.",
        RightResponse = DecisionActions.Watch,
        RequiredFindings = [new([FindingKinds.DataDrift])],
        ForbiddenFindings = [new([FindingKinds.DataQuality, FindingKinds.RealisedPerformance])],
        RequiredActions = [new(DecisionActions.Watch)],
        ForbiddenActions = [.. DecisionActions.All.Except([DecisionActions.Watch])],
        MaxPromotions = 0,
        Budget = new() { AccuracyWithinOfBefore = 0.02 },
    };

    // Songs are picked by how they sound alone, so what makes a song of a given sound chart does not change.
    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song)
    {
        var label = draw.Song(state, song);
        for (var attempt = 1; attempt < Attempts && draw.Uniform(attempt) >= Welcome(song); attempt++)
            label = draw.Song(state, song, attempt);
        return label;
    }

    private static double Welcome(ReadOnlySpan<double> song) => song[2] > -12 ? 1.0 : 0.2;
}
