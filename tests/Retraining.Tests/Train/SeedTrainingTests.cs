namespace MonitoringDemo.Retraining.Tests.Train;

public sealed class SeedTrainingTests
{
    [Fact]
    public async Task The_first_model_learns_from_all_history_and_serves_at_once()
    {
        await using var fleet = await Fleet.StartAsync(new World(1), warmup: 2_000);

        await fleet.ServeAsync(1_000);

        var version = fleet.State.Versions.ShouldHaveSingleItem();
        version.Trigger.ShouldBe("seed");
        (version.TrainedFromRow, version.TrainedToRow, version.PromotedAtRow).ShouldBe((0, 2_000, 2_000));
        version.Gates.Select(gate => gate.Gate).ShouldBe(["finite", "signed"]);
        fleet.Accuracy(2_000, 3_000).ShouldBeGreaterThan(0.75);
        fleet.Decisions.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_model_leans_on_is_registered_and_released_with_it_and_survives_a_restart()
    {
        await using var fleet = await Fleet.StartAsync(new World(1) { Weights = _ => [2, 0, -1, 0] });

        var importance = fleet.State.Champion!.Importance!;
        fleet.Restart();
        await fleet.DrainAsync();

        importance.Sum().ShouldBe(1, 1e-9);
        importance[0].ShouldBeGreaterThan(0.4);
        importance[2].ShouldBeInRange(importance[1] + 0.1, importance[0]);
        fleet.State.Champion!.Importance.ShouldBe(importance);
        fleet.State.Release!.Change.Importance.ShouldBe(importance);
    }

    [Fact]
    public async Task A_short_history_still_gives_a_first_model()
    {
        await using var fleet = await Fleet.StartAsync(new World(1), warmup: 100);

        fleet.State.Champion!.TrainedRows.ShouldBe(100);
    }

    [Fact]
    public async Task Nothing_is_trained_before_history_is_complete()
    {
        await using var fleet = await Fleet.StartAsync(new World(1), warmup: 500, complete: false);

        fleet.State.Versions.ShouldBeEmpty();
        fleet.Bus.Published.ShouldBeEmpty();
    }
}
