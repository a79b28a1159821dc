using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Inputs;

internal sealed class FasterSongs : IScenario
{
    private const string Feature = "tempo";
    private const double Faster = 1.2;

    private static readonly int Tempo = SongSchema.Instance.IndexOf(Feature);

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "faster-songs",
        Title = "Faster songs",
        InShort = "It does not matter",
        Group = ScenarioGroups.Inputs,
        Size = "tempo × 1.2, about 0.8 standard deviations",
        WhatToLookFor = "Every song is a fifth faster than it would have been. The bar of tempo rises, but what charts hardly depends on it: the fleet watches and trains nothing.",
        RightResponse = DecisionActions.Watch,
        RequiredFindings = [new([FindingKinds.DataDrift], Feature)],
        ForbiddenFindings = [new([FindingKinds.DataQuality, FindingKinds.RealisedPerformance])],
        RequiredActions = [new(DecisionActions.Watch)],
        ForbiddenActions = [.. DecisionActions.All.Except([DecisionActions.Watch])],
        MaxPromotions = 0,
    };

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song)
    {
        var label = draw.Song(state, song);
        song[Tempo] *= Faster;
        return label;
    }
}
