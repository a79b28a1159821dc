using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Demo.Labs;

/// <summary>The world of lab 06: listeners of songs in a major key want the opposite from one song to the next, those of minor keys what they always wanted. In no list of scenarios.</summary>
internal sealed class MajorKeysFlip : IScenario
{
    private static readonly int Mode = SongSchema.Instance.IndexOf("mode");

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "major-keys-flip",
        Title = "Major keys flip",
        WhatToLookFor = "Three songs in four are judged the other way. A candidate that takes the new taste for everybody's is better on the whole, and wrong where the champion was right.",
        RightResponse = DecisionActions.Reject,
    };

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song)
    {
        var label = draw.Song(state, song);
        return song[Mode] == 0 ? label : (byte)(1 - label);
    }
}
