using System.Text.Json;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Storage;

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
    public async Task Candidates_compete_for_the_first_model_on_the_last_fifth_of_history_and_the_winner_learns_from_all_of_it()
    {
        await using var fleet = await Fleet.StartAsync(new World(1), warmup: 2_000, settings: [("Candidates", "gradient-boosting trees=2 rate=0.01; binned-logistic; binned-logistic")]);

        var tried = RegistryReader.ReadExperiments(fleet.Get<IJournal>());

        tried.Select(e => (e.Window, e.Rows, e.HoldoutRows)).Distinct().ShouldBe([("older-history", 1_600, 400)]);
        tried.Select(e => (e.Trainer, e.Outcome, e.Version)).ShouldBe(
        [
            ("gradient-boosting", CandidateOutcomes.Lost, null), ("binned-logistic", CandidateOutcomes.Won, 1), ("binned-logistic", CandidateOutcomes.Lost, null),
        ]);
        tried[2].LogLoss.ShouldBe(tried[1].LogLoss);
        var first = fleet.State.Versions.ShouldHaveSingleItem();
        (first.Trainer, first.TrainedRows).ShouldBe(("binned-logistic", 2_000));
        first.Metrics[0].LogLoss.ShouldBe(tried[1].LogLoss!.Value);
        fleet.Bus.Of<CandidatesTried>().ShouldHaveSingleItem().Reason.ShouldBe(tried[1].Reason);
    }

    [Fact]
    public async Task The_same_history_gives_the_same_first_model_and_the_same_experiments()
    {
        const string Two = "binned-logistic; gradient-boosting trees=20 row-share=0.7 column-share=0.5";
        await using var fleet = await Fleet.StartAsync(new World(1), warmup: 1_000, settings: [("Candidates", Two)]);
        await using var again = await Fleet.StartAsync(new World(1), warmup: 1_000, settings: [("Candidates", Two)]);

        var (first, second) = (RegistryReader.ReadExperiments(fleet.Get<IJournal>()), RegistryReader.ReadExperiments(again.Get<IJournal>()));

        JsonSerializer.Serialize(second).ShouldBe(JsonSerializer.Serialize(first));
        again.State.Champion!.Sha256.ShouldBe(fleet.State.Champion!.Sha256);
    }

    [Fact]
    public async Task A_history_too_short_for_a_contest_gives_a_first_model_of_the_first_candidate()
    {
        await using var fleet = await Fleet.StartAsync(new World(1), warmup: 3, settings: [("Candidates", "binned-logistic; logistic-regression")]);

        fleet.State.Champion!.TrainedRows.ShouldBe(3);
    }

    [Fact]
    public async Task What_kept_candidates_from_competing_is_no_reason_for_the_first_model()
    {
        // A weight of NaN makes every label 0: only the last fifth has rows of both classes.
        await using var fleet = await Fleet.StartAsync(new World(1) { Weights = row => [row < 160 ? double.NaN : 1, 0, 0, 0] }, warmup: 200);

        fleet.State.Experiments.ShouldNotBeEmpty();
        fleet.State.Experiments.ShouldAllBe(e => e.Failure!.Contains("both classes") && !e.Won);
        fleet.Bus.Of<CandidatesTried>().ShouldHaveSingleItem().Reason.ShouldStartWith("The first model, trained on all 200 rows");
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
