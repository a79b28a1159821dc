using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Concept;

internal sealed class SlowDecay : IScenario
{
    private const double Most = 0.7;
    private const double Long = 200_000;
    private const long Rows = 12_000;

    private static readonly int Duration = SongSchema.Instance.IndexOf("duration_ms");

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "slow-decay",
        Title = "Slow decay",
        InShort = "Day by day, a little",
        Group = ScenarioGroups.Concept,
        Size = "songs over 200 s come to chart, from none to 70 % of them beyond those that did, over 12,000 songs",
        WhatToLookFor = "Long songs come to chart, so slowly that every day is like the day before: no input drifts, and what is lost hides in the noise for long. Training anew on the newest songs proves better, and is released.",
        RightResponse = DecisionActions.Replace,
        Songs = 26_000,
        Ramp = Rows,
        ForbiddenFindings = [new([FindingKinds.DataDrift, FindingKinds.DataQuality])],
        ForbiddenActions = [DecisionActions.Quarantine, DecisionActions.Hold],
        MinPromotions = 1,
        Budget = new() { FleetAboveStatic = 0.01, OracleWithin = 13_000, OracleMargin = 0.03 },
    };

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song)
    {
        var label = draw.Song(state, song);
        var charts = song[Duration] > Long && draw.Uniform() * Rows < Most * Math.Min(rowsSinceOnset, Rows);
        return charts ? (byte)(state.TasteInverted ? 0 : 1) : label;
    }
}
