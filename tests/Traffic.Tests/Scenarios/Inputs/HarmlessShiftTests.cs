using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Tests.Scenarios.Inputs;

/// <summary>Inputs that move without harm: a model of the songs before stays as right as one that knows the new songs, else watching would not be right.</summary>
public sealed class HarmlessShiftTests
{
    [Theory]
    [InlineData("faster-songs", "tempo")]
    [InlineData("loudness-war", "loudness")]
    public void It_moves_plainly_and_a_model_of_before_needs_no_successor(string id, string feature)
    {
        var scenario = ScenarioCatalog.TryGet(id)!;
        var (psi, gain) = (new List<double>(), new List<double>());

        for (ulong seed = 1; seed <= 5; seed++)
        {
            var world = SongWorld.Of(scenario, scenario.Manifest, seed);
            var (before, after) = (Modelled.Read(world, 0, 5_000), Modelled.Read(world, 14_000, 20_000));
            psi.Add(Modelled.Psi(before, after, feature));
            gain.Add(Modelled.Accuracy(Modelled.Train(world.Sample(7_000, 5_000)), after) - Modelled.Accuracy(Modelled.Train(before), after));
        }

        psi.ShouldAllBe(each => each > 0.25);
        gain.Average().ShouldBeLessThan(0.01, "otherwise retraining would be the right response");
    }

    [Fact]
    public void A_joint_shift_leaves_each_input_as_it_was_and_parts_it_from_the_others()
    {
        var scenario = ScenarioCatalog.TryGet("joint-shift")!;
        var world = SongWorld.Of(scenario, scenario.Manifest, 3);

        var (before, after) = (Modelled.Read(world, 0, 8_000), Modelled.Read(world, 8_000, 16_000));

        before.Schema.Features.Take(10).Select(feature => Modelled.Psi(before, after, feature.Name)).ShouldAllBe(psi => psi < 0.02);
        Math.Abs(Modelled.Correlation(before, "energy", "acousticness")).ShouldBeGreaterThan(0.4);
        Math.Abs(Modelled.Correlation(after, "energy", "acousticness")).ShouldBeLessThan(0.15);
    }
}
