using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Tests.Scenarios;

public sealed class TasteFlipTests
{
    private static readonly IScenario Scenario = ScenarioCatalog.TryGet("taste-flip")!;

    [Fact]
    public void The_songs_stay_and_every_label_inverts()
    {
        var flipped = Modelled.Read(SongWorld.Of(Scenario, Scenario.Manifest, 2), 8_000, 12_000);
        var steady = Modelled.Read(SongWorld.Of(new Steady(), new Steady().Manifest, 2), 8_000, 12_000);

        flipped.Values.SequenceEqual(steady.Values).ShouldBeTrue();
        flipped.Labels.ToArray().ShouldBe(steady.Labels.ToArray().Select(label => (byte)(1 - label)));
    }

    [Fact]
    public void An_oracle_can_be_trained_on_the_new_world()
    {
        var world = SongWorld.Of(Scenario, Scenario.Manifest, 2);
        var served = Modelled.Read(world, 13_000, 20_000);

        var oracle = Modelled.Accuracy(Modelled.Train(world.Sample(5_000, 5_000)), served);
        var champion = Modelled.Accuracy(Modelled.Train(Modelled.Read(world, 0, 5_000)), served);

        oracle.ShouldBeGreaterThan(0.78);
        champion.ShouldBeLessThan(0.22);
    }

    [Fact]
    public void Pressed_again_it_flips_back()
    {
        var flipped = Scenario.StateAt(WorldState.Steady, 100);

        Scenario.StateAt(flipped, 0).ShouldBe(WorldState.Steady);
    }
}
