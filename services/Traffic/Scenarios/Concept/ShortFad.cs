using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Concept;

internal sealed class ShortFad : IScenario
{
    private const long FadRows = 100;

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "short-fad",
        Title = "Short fad",
        InShort = "Over before it is learned",
        Group = ScenarioGroups.Concept,
        Size = "every label inverted for 100 songs",
        WhatToLookFor = "For a hundred songs the audience wants the opposite; when the first outcome tells of it, the fad is over. Whoever learns it serves it to an audience that has moved on.",
        RightResponse = "none",
        MendedAfter = FadRows,
        ForbiddenFindings = [new([FindingKinds.DataDrift, FindingKinds.DataQuality])],
        ForbiddenActions = [DecisionActions.Quarantine, DecisionActions.Hold],
        MaxPromotions = 0,
    };

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song)
    {
        var label = draw.Song(state, song);
        return rowsSinceOnset < FadRows ? (byte)(1 - label) : label;
    }
}
