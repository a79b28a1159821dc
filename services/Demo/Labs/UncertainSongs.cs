using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Demo.Labs;

/// <summary>A world of lab 04: songs come in of which a model cannot tell well whether they will chart. They are picked by how they sound alone, so what makes a song of a given sound chart does not change. In no list of scenarios.</summary>
internal sealed class UncertainSongs : IScenario
{
    private const int Attempts = 12;
    private const int Rows = 4_000;
    private const ulong OtherSongs = 77;

    // Of other songs than any world plays: what it finds hard every model finds hard.
    private static readonly Lazy<IModel> Judge = new(() => TrainerCatalog.Get("binned-logistic").Train(
        NaiveRetraining.Rows(SongWorld.Of(ScenarioCatalog.TryGet("steady")!, ScenarioCatalog.TryGet("steady")!.Manifest, OtherSongs), 0, Rows), new Dictionary<string, double>(), seed: 1));

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "uncertain-songs",
        Title = "Uncertain songs",
        WhatToLookFor = "Songs come in that are hard to judge. The model knows that it does not know.",
        RightResponse = DecisionActions.Watch,
    };

    // Of twelve songs the one that is hardest to judge.
    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song)
    {
        Span<double> other = stackalloc double[song.Length];
        var label = draw.Song(state, song);
        for (var attempt = 1; attempt < Attempts; attempt++)
        {
            var another = draw.Song(state, other, attempt);
            if (Doubt(other) <= Doubt(song)) continue;
            other.CopyTo(song);
            label = another;
        }

        return label;
    }

    private static double Doubt(ReadOnlySpan<double> song)
    {
        var score = Judge.Value.Score(song);
        return Math.Min(score, 1 - score);
    }
}
