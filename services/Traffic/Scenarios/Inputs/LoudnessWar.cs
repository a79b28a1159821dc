using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Inputs;

internal sealed class LoudnessWar : IScenario
{
    private const string Feature = "loudness";
    private const double Decibels = 3;
    private const long Rows = 6_000;
    // Full scale: nothing is louder.
    private const double Loudest = -0.1;

    private static readonly int Loudness = SongSchema.Instance.IndexOf(Feature);

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "loudness-war",
        Title = "Loudness war",
        InShort = "Each song a little louder",
        Group = ScenarioGroups.Inputs,
        Size = "loudness +3 dB, about half a standard deviation, over 6,000 songs",
        WhatToLookFor = "Studios master the same songs louder and louder: one input creeps, no step is ever seen. The bar of loudness rises and the model stays as right as one that knows the new level: the fleet watches and trains nothing.",
        RightResponse = DecisionActions.Watch,
        Ramp = Rows,
        RequiredFindings = [new([FindingKinds.DataDrift], Feature)],
        ForbiddenFindings = [new([FindingKinds.DataQuality, FindingKinds.RealisedPerformance])],
        RequiredActions = [new(DecisionActions.Watch)],
        ForbiddenActions = [DecisionActions.Quarantine, DecisionActions.Hold, DecisionActions.Restore, DecisionActions.RollBack],
        Budget = new() { OracleWithin = 8_000, OracleMargin = 0.03 },
    };

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song)
    {
        var label = draw.Song(state, song);
        song[Loudness] = Math.Min(Loudest, song[Loudness] + (Decibels * Math.Min(rowsSinceOnset, Rows) / Rows));
        return label;
    }
}
