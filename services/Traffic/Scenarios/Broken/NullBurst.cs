using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Broken;

internal sealed class NullBurst : IScenario
{
    private const long BrokenRows = 1_500;
    private const double Share = 0.5;
    // The schema takes no null, a row with one is refused by name: what comes through is the number that an adapter puts there.
    private const double Missing = -1;

    private static readonly int Danceability = SongSchema.Instance.IndexOf("danceability");
    private static readonly int Energy = SongSchema.Instance.IndexOf("energy");

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "null-burst",
        Title = "Null burst",
        InShort = "-1 for what is missing",
        Group = ScenarioGroups.Broken,
        Size = "danceability and energy -1 in half of 1,500 songs",
        WhatToLookFor = "The analysis of the sound fails for every other song, and an adapter writes -1 for the danceability and energy that are missing. The fleet puts the rows in quarantine, names both and tells their owner; when they are back all is normal.",
        RightResponse = DecisionActions.Quarantine,
        MendedAfter = BrokenRows,
        RequiredFindings = [new([FindingKinds.DataQuality], "danceability", Within: 200), new([FindingKinds.DataQuality], "energy", Within: 200)],
        RequiredActions = [new(DecisionActions.Quarantine, Within: 200)],
        ForbiddenActions = [DecisionActions.Retrain, DecisionActions.Restore, DecisionActions.RollBack],
        MaxPromotions = 0,
        Budget = new() { NormalWithinOfMend = 500, NoBrokenRowTrainedOn = true, OwnerAlerted = true },
    };

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song)
    {
        var label = draw.Song(state, song);
        if (rowsSinceOnset < BrokenRows && draw.Uniform() < Share)
            song[Danceability] = song[Energy] = Missing;
        return label;
    }
}
