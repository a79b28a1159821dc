using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Broken;

internal sealed class SongsTwice : IScenario
{
    private const int Copies = 4;
    private const long BrokenRows = 2_000;

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "duplicates",
        Title = "Duplicates",
        InShort = "Every song four times",
        Group = ScenarioGroups.Broken,
        Size = "500 songs, each four times",
        WhatToLookFor = "A sender does not hear the answer and sends every song four times. Each copy counts as evidence and none is: the fleet puts the rows in quarantine and tells the owner.",
        RightResponse = DecisionActions.Quarantine,
        MendedAfter = BrokenRows,
        RequiredFindings = [new([FindingKinds.DataQuality], Detector: "duplicates", Within: 250)],
        RequiredActions = [new(DecisionActions.Quarantine, Within: 250)],
        ForbiddenActions = [DecisionActions.Retrain, DecisionActions.Restore, DecisionActions.RollBack],
        MaxPromotions = 0,
        Budget = new() { NormalWithinOfMend = 500, NoBrokenRowTrainedOn = true, OwnerAlerted = true },
    };

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song) =>
        draw.Of(rowsSinceOnset < BrokenRows ? draw.Row - (rowsSinceOnset % Copies) : draw.Row).Song(state, song);
}
