using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Broken;

internal sealed class StuckSensor : IScenario
{
    private const string Feature = "loudness";
    private const long BrokenRows = 1_500;
    private const double Stuck = -9.375;

    private static readonly int Loudness = SongSchema.Instance.IndexOf(Feature);

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "stuck-sensor",
        Title = "Stuck sensor",
        InShort = "One loudness for all",
        Group = ScenarioGroups.Broken,
        Size = "loudness the same in 1,500 songs",
        WhatToLookFor = "The meter hangs: every song has the same loudness, a quite usual one. The fleet sees that it never changes, puts the rows in quarantine and tells the owner.",
        RightResponse = DecisionActions.Quarantine,
        MendedAfter = BrokenRows,
        RequiredFindings = [new([FindingKinds.DataQuality], Feature, Within: 250)],
        RequiredActions = [new(DecisionActions.Quarantine, Within: 250)],
        ForbiddenActions = [DecisionActions.Retrain, DecisionActions.Restore, DecisionActions.RollBack],
        MaxPromotions = 0,
        Budget = new() { NormalWithinOfMend = 500, NoBrokenRowTrainedOn = true, OwnerAlerted = true },
    };

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song)
    {
        var label = draw.Song(state, song);
        if (rowsSinceOnset < BrokenRows)
            song[Loudness] = Stuck;
        return label;
    }
}
