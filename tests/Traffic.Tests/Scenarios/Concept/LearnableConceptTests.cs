using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Tests.Scenarios.Concept;

/// <summary>Changes that have to be learned: the songs look as before, and a model of the new world is right much more often than one of the old.</summary>
public sealed class LearnableConceptTests
{
    [Theory]
    [InlineData("gradual-flip", 4_000, 0.4)]
    [InlineData("one-market", 0, 0.08)]
    [InlineData("slow-decay", 13_000, 0.05)]
    public void The_songs_stay_and_a_model_of_the_new_world_is_better(string id, long since, double least)
    {
        var scenario = ScenarioCatalog.TryGet(id)!;
        var world = SongWorld.Of(scenario, scenario.Manifest, 2);
        var steady = SongWorld.Of(new Steady(), scenario.Manifest, 2);
        var from = scenario.Manifest.Onset + since;

        var (served, unchanged) = (Modelled.Read(world, from, from + 4_000), Modelled.Read(steady, from, from + 4_000));
        var gain = Modelled.Accuracy(Modelled.Train(world.Sample(since, 5_000), "gradient-boosting"), served) - Modelled.Accuracy(Modelled.Train(Modelled.Read(world, 0, 5_000), "gradient-boosting"), served);

        served.Values.SequenceEqual(unchanged.Values).ShouldBeTrue();
        gain.ShouldBeGreaterThan(least);
    }

    [Fact]
    public void A_short_fad_is_over_before_its_first_outcome_comes()
    {
        var manifest = ScenarioCatalog.TryGet("short-fad")!.Manifest;
        var world = SongWorld.Of(ScenarioCatalog.TryGet("short-fad")!, manifest, 2);

        var first = world.Outcomes.Shortest;

        manifest.MendedAfter!.Value.ShouldBeLessThan(first);
    }
}
