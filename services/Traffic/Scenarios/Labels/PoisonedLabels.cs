using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Labels;

internal sealed class PoisonedLabels : IScenario
{
    private const double Most = 0.9;
    private const long Rows = 6_000;

    private static readonly int Key = SongSchema.Instance.IndexOf("key");

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "poisoned-labels",
        Title = "Poisoned labels",
        InShort = "One source lies",
        Group = ScenarioGroups.Labels,
        Size = "of songs in the keys 7 and 9, from none to 90 % of the reported outcomes inverted, over 6,000 songs",
        WhatToLookFor = "Whoever reports the songs in two keys begins to lie, more and more. A model that learns the lies looks better and is worse: the lying source has to be named, and nothing that believed it released.",
        RightResponse = DecisionActions.Hold,
        Ramp = Rows,
        ForbiddenFindings = [new([FindingKinds.DataQuality, FindingKinds.DataDrift])],
        ForbiddenActions = [DecisionActions.Restore],
        MaxPromotions = 0,
    };

    public byte Report(SongDraw draw, WorldState state, long rowsSinceOnset, byte label)
    {
        if (draw.Uniform() * Rows >= Most * Math.Min(rowsSinceOnset, Rows)) return label;
        Span<double> song = stackalloc double[SongSchema.Instance.Count];
        draw.Song(state, song);
        return song[Key] is 7 or 9 ? (byte)(1 - label) : label;
    }
}
