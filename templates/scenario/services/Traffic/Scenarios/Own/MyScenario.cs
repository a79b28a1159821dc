using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Own;

/// <summary>Write the manifest before the first run: it is the truth, and is not changed to fit what the fleet does.</summary>
internal sealed class MyScenario : IScenario
{
    private const string Feature = "tempo";

    private static readonly int Tempo = SongSchema.Instance.IndexOf(Feature);

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "my-scenario",
        Title = "MyScenario",
        InShort = "Tempo in whole tens",
        Group = ScenarioGroups.Own,
        Size = "tempo rounded to the nearest ten",
        WhatToLookFor = "Upstream begins to round the tempo. Say here what a viewer sees first, and what the fleet should make of it.",
        RightResponse = "none",
        ForbiddenFindings = [new([FindingKinds.RealisedPerformance])],
        ForbiddenActions = [DecisionActions.Retrain, DecisionActions.Restore, DecisionActions.RollBack],
        MaxPromotions = 0,
    };

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song)
    {
        var label = draw.Song(state, song);
        song[Tempo] = Math.Round(song[Tempo] / 10) * 10;
        return label;
    }
}
