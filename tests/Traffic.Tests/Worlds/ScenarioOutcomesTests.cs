using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Traffic.Tests.Worlds;

public sealed class ScenarioOutcomesTests
{
    [Fact]
    public void A_scenario_says_how_its_outcomes_come_and_another_leaves_it_to_the_world()
    {
        var silent = new OutcomesStop();

        var world = SongWorld.Of(silent, silent.Manifest, seed: 7);
        var usual = SongWorld.Of(new Steady(), new Steady().Manifest, seed: 7);

        (world.Outcomes.RowsAfter(7_999, 1), world.Outcomes.RowsAfter(8_000, 1)).ShouldBe((30, null));
        usual.Outcomes.ShouldBe(new LossyDelay(new ConstantDelay(200), 0.05, 7));
    }

    [Fact]
    public void A_scenario_changes_the_outcomes_of_its_own_songs_and_those_of_the_next_come_as_usual()
    {
        var stop = ScenarioCatalog.TryGet("outcomes-stop")!;
        Era[] eras = [new(0, new Steady(), WorldState.Steady), new(1_000, stop, WorldState.Steady), new(1_500, new Steady(), WorldState.Steady)];

        var world = new SongWorld(7, eras);

        int[] hits = [.. Enumerable.Range(900, 800).Where(row => world.Outcomes.RowsAfter(row, 1) is not null)];
        hits.Where(row => row is < 1_000 or >= 1_500).ShouldAllBe(row => world.Outcomes.RowsAfter(row, 1) == 200);
        hits.Where(row => row is >= 1_000 and < 1_500).ShouldAllBe(row => world.Outcomes.RowsAfter(row, 1) == 6_000 - row);
        world.Outcomes.Longest.ShouldBe(5_000);
    }

    [Fact]
    public void A_world_whose_scenarios_change_no_outcomes_has_the_usual_ones()
    {
        Era[] eras = [new(0, new Steady(), WorldState.Steady), new(1_000, ScenarioCatalog.TryGet("taste-flip")!, WorldState.Steady)];

        new SongWorld(7, eras).Outcomes.ShouldBe(new LossyDelay(new ConstantDelay(200), 0.05, 7));
    }

    /// <summary>From the onset on nobody hears how a song did.</summary>
    private sealed class OutcomesStop : IScenario
    {
        public ScenarioManifest Manifest { get; } = new() { Id = "outcomes-stop", Title = "Outcomes stop", WhatToLookFor = "Accuracy is no longer known.", RightResponse = "hold" };

        public IOutcomeDelay Outcomes(ulong seed) => new ChangedDelay(Manifest.Onset, new ConstantDelay(30), new NoOutcomes());

        public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song) => draw.Song(state, song);
    }
}
