using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Inputs;

internal sealed class NewMarket : IScenario
{
    private const string Feature = "time_signature";
    private const double Share = 0.15;

    private static readonly int Signature = SongSchema.Instance.IndexOf(Feature);
    private static readonly int Unknown = SongSchema.Instance.Features[Signature].Categories.Count;

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "new-market",
        Title = "New market",
        InShort = "A category nobody knew",
        Group = ScenarioGroups.Inputs,
        Size = "15 % of songs in a time signature that was never seen",
        WhatToLookFor = "A new market joins, and one song in seven is in a time signature that the schema does not know. Broken or new, only the owner of the data can say: he is told, and until he accepts it nothing is learned from these rows.",
        RightResponse = DecisionActions.Quarantine,
        RequiredFindings = [new([FindingKinds.DataQuality], Feature, Within: 1_000)],
        RequiredActions = [new(DecisionActions.Quarantine, Within: 1_000)],
        ForbiddenActions = [DecisionActions.Restore, DecisionActions.RollBack, DecisionActions.Hold],
        MaxPromotions = 0,
        Budget = new() { OwnerAlerted = true },
    };

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song)
    {
        var label = draw.Song(state, song);
        if (draw.Uniform() < Share) song[Signature] = Unknown;
        return label;
    }
}
