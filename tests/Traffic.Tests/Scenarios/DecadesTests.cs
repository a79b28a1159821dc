using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Tests.Scenarios;

public sealed class DecadesTests
{
    private static readonly IScenario Scenario = ScenarioCatalog.TryGet("decades")!;

    [Fact]
    public void It_runs_from_1960_to_2019_and_stays_there()
    {
        var manifest = Scenario.Manifest;

        Scenario.StateAt(WorldState.Steady, 0).Year.ShouldBe(1960);
        Scenario.StateAt(WorldState.Steady, manifest.Ramp / 2).Year.ShouldBe(1989.5);
        Scenario.StateAt(WorldState.Steady, manifest.Ramp).Year.ShouldBe(2019);
        (manifest.Songs - manifest.Onset - manifest.Ramp).ShouldBeGreaterThan(3_000, "the end is 2019");
    }

    [Theory]
    [InlineData(1, 1_200, 0.02)]
    [InlineData(4, 1_200, 0.02)]
    [InlineData(1, 1_500, 0.0)]
    [InlineData(4, 1_500, 0.0)]
    public void A_fleet_that_lags_still_stays_well_above_the_static_model(int seed, int lag, double beyondTheBudget)
    {
        const int Window = 4_000;
        const int Step = 500;
        var manifest = Scenario.Manifest;
        var world = SongWorld.Of(Scenario, manifest, (ulong)seed);
        var songs = Modelled.Read(world, 0, manifest.Songs);
        var still = Modelled.Train(songs.Slice(0, (int)manifest.WarmUp));
        var gains = new List<double>();

        for (var row = (int)manifest.WarmUp; row < manifest.Songs; row += Step)
        {
            var served = songs.Slice(row, row + Step);
            var fleet = Modelled.Train(songs.Slice(Math.Max(0, row - lag - Window), row - lag));
            gains.Add(Modelled.Accuracy(fleet, served) - Modelled.Accuracy(still, served));
        }

        gains.Average().ShouldBeGreaterThan(manifest.Budget.FleetAboveStatic!.Value + beyondTheBudget);
    }
}
