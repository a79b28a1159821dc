using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Broken;

internal sealed class MissingColumn : IScenario
{
    private const string Feature = "duration_ms";
    private const long BrokenRows = 2_000;
    // The schema takes no null, a row with one is refused by name: what comes through is the number that an adapter puts there.
    private const double Missing = -1;

    private static readonly int Duration = SongSchema.Instance.IndexOf(Feature);

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "missing-column",
        Title = "Missing column",
        InShort = "No duration, -1 for all",
        Group = ScenarioGroups.Broken,
        Size = "duration_ms -1 in all of 2,000 songs",
        WhatToLookFor = "Upstream renames a column; an adapter that asks for the old name finds nothing and writes -1 for every duration. The fleet puts the rows in quarantine and tells the owner; songs are still answered.",
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
            song[Duration] = Missing;
        return label;
    }
}
