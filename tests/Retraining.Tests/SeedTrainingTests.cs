namespace MonitoringDemo.Retraining.Tests;

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
        fleet.Accuracy(2_000, 3_000).ShouldBeGreaterThan(0.75);
        fleet.Decisions.ShouldBeEmpty();
    }
}
