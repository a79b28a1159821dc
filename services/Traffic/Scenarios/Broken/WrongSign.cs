using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Broken;

internal sealed class WrongSign : IScenario
{
    private const string Feature = "loudness";
    private const long BrokenRows = 2_000;

    private static readonly int Loudness = SongSchema.Instance.IndexOf(Feature);

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "wrong-sign",
        Title = "Wrong sign",
        InShort = "Loudness without its minus",
        Group = ScenarioGroups.Broken,
        Size = "loudness × -1 for 2,000 songs",
        WhatToLookFor = "A parser drops the minus of every loudness: -12 dB become 12. No song was ever that loud. The fleet puts the rows in quarantine and tells the owner of loudness.",
        RightResponse = DecisionActions.Quarantine,
        MendedAfter = BrokenRows,
        RequiredFindings = [new([FindingKinds.DataQuality], Feature, Within: 200)],
        RequiredActions = [new(DecisionActions.Quarantine, Within: 200)],
        ForbiddenActions = [DecisionActions.Retrain, DecisionActions.Restore, DecisionActions.RollBack],
        MaxPromotions = 0,
        Budget = new() { NormalWithinOfMend = 500, NoBrokenRowTrainedOn = true, OwnerAlerted = true },
    };

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song)
    {
        var label = draw.Song(state, song);
        if (rowsSinceOnset < BrokenRows)
            song[Loudness] = Math.Abs(song[Loudness]);
        return label;
    }
}
