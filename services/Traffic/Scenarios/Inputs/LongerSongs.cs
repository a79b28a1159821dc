using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Inputs;

internal sealed class LongerSongs : IScenario
{
    private const string Feature = "duration_ms";
    private const double Longer = 0.35;
    private const long Rows = 6_000;

    private static readonly int Duration = SongSchema.Instance.IndexOf(Feature);

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "longer-songs",
        Title = "Longer songs",
        InShort = "Each song a little longer",
        Group = ScenarioGroups.Inputs,
        Size = "duration_ms × 1.35, over 6,000 songs",
        WhatToLookFor = "Every song lasts a little longer than the one before would have: one input creeps, no step is ever seen. What the model knows of long songs becomes wrong by and by; the fleet learns what long means now.",
        RightResponse = DecisionActions.Replace,
        Ramp = Rows,
        RequiredFindings = [new([FindingKinds.DataDrift], Feature)],
        ForbiddenFindings = [new([FindingKinds.DataQuality])],
        ForbiddenActions = [DecisionActions.Quarantine, DecisionActions.Hold],
        MinPromotions = 1,
        Budget = new() { FleetAboveStatic = 0.01, OracleWithin = 8_000, OracleMargin = 0.03 },
    };

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song)
    {
        var label = draw.Song(state, song);
        song[Duration] = Math.Round(song[Duration] * (1 + (Longer * Math.Min(rowsSinceOnset, Rows) / Rows)));
        return label;
    }
}
