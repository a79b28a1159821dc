using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios;

internal sealed class SummerHits : IScenario
{
    private const int Attempts = 64;

    private static readonly int Loudness = SongSchema.Instance.IndexOf("loudness");
    private static readonly int Valence = SongSchema.Instance.IndexOf("valence");
    private static readonly int Tempo = SongSchema.Instance.IndexOf("tempo");
    private static readonly int Duration = SongSchema.Instance.IndexOf("duration_ms");
    private static readonly int Instrumentalness = SongSchema.Instance.IndexOf("instrumentalness");
    private static readonly int Mode = SongSchema.Instance.IndexOf("mode");

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "summer-hits",
        Title = "Summer hits",
        InShort = "Loud, happy, fast songs",
        Group = ScenarioGroups.First,
        Size = "loudness, valence and tempo shifted by half a standard deviation and more",
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

    // Loud, happy and fast, measured in standard deviations from the songs of 1962. Such songs are a little harder to judge, and
    // short, sung ones in a major key a little easier: preferring those too keeps the accuracy of a good model where it was.
    private static double Welcome(ReadOnlySpan<double> song)
    {
        const double Otherwise = 0.42;
        var summer = ((song[Loudness] + 12.0) / 5.1) + ((song[Valence] - 0.576) / 0.273) + (1.4 * (song[Tempo] - 115.0) / 30.0);
        var welcome = Deterministic.Sigmoid(2.0 * ((summer / 1.7) - 0.5));
        if (song[Duration] is < 110_000 or >= 175_000)
            welcome *= Otherwise;
        if (song[Instrumentalness] >= 0.02)
            welcome *= Otherwise;
        if (song[Mode] == 0)
            welcome *= Otherwise;
        return welcome;
    }
}
