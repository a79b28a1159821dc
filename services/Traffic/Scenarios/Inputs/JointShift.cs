using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Scenarios.Inputs;

internal sealed class JointShift : IScenario
{
    private const int OtherSong = 7;
    private const int Attempts = 40;

    private static readonly int[] Swapped = [.. new[] { "energy", "acousticness", "valence" }.Select(SongSchema.Instance.IndexOf)];

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "joint-shift",
        Title = "Joint shift",
        InShort = "Bars stay, pairs do not",
        Group = ScenarioGroups.Inputs,
        Size = "energy, acousticness and valence each from another song of the same fate: their correlations go to 0",
        WhatToLookFor = "Energy, acousticness and valence come apart: each is as it was by itself, and none follows the others any more. No bar moves and no alarm is due: only a model that is trained anew, and proves better in a race, tells that something has changed.",
        RightResponse = DecisionActions.Replace,
        ForbiddenFindings = [new([FindingKinds.DataQuality, FindingKinds.RealisedPerformance])],
        ForbiddenActions = [DecisionActions.Quarantine, DecisionActions.Hold, DecisionActions.RollBack, DecisionActions.Restore],
        Budget = new() { FleetAboveStatic = -0.002, OracleWithin = 8_000, OracleMargin = 0.03 },
    };

    // Of another song with the same label: what each input says of the label alone stays as it was.
    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song)
    {
        var label = draw.Song(state, song);
        Span<double> other = stackalloc double[song.Length];
        for (var i = 0; i < Swapped.Length; i++)
        {
            var attempt = OtherSong + (i * Attempts);
            while (draw.Song(state, other, attempt) != label) attempt++;
            song[Swapped[i]] = other[Swapped[i]];
        }

        return label;
    }
}
