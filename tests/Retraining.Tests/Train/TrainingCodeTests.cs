using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.Tests.Train;

public sealed class TrainingCodeTests
{
    private const string Before = "binned-logistic; gradient-boosting trees=20 leaves=4";

    [Fact]
    public async Task Each_version_keeps_what_the_candidates_made_of_rows_that_never_change()
    {
        await using var fleet = await Fleet.StartAsync(new World(8), settings: ("Candidates", Before));
        await using var other = await Fleet.StartAsync(new World(9), settings: ("Candidates", Before));

        var kept = fleet.State.Version(1).TrainingCode.ShouldNotBeNull();

        kept.Keys.ShouldBe(["binned-logistic", "gradient-boosting leaves=4 trees=20"]);
        kept.Values.Distinct().Count().ShouldBe(2);
        other.State.Version(1).TrainingCode.ShouldBe(kept);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_trainer_that_works_otherwise_for_some_number_of_classes_is_told(int classes)
    {
        var options = new TrainingOptions { Candidates = "binned-logistic" };
        var trainer = TrainerCatalog.Get("binned-logistic");

        var before = new TrainingCode([trainer], new Recipes(options), options).Now["binned-logistic"];
        var again = new TrainingCode([trainer], new Recipes(options), options).Now["binned-logistic"];
        var after = new TrainingCode([new OtherFor(classes, trainer)], new Recipes(options), options).Now["binned-logistic"];

        again.ShouldBe(before);
        after.ShouldNotBe(before);
    }

    [Fact]
    public async Task A_restart_with_the_same_candidates_trains_nothing()
    {
        await using var fleet = await Fleet.StartAsync(new World(8), settings: ("Candidates", Before));
        await fleet.ServeAsync(1_000);

        fleet.Restart();
        await fleet.DrainAsync();

        fleet.Decisions.ShouldBeEmpty();
        fleet.State.Versions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Other_candidates_are_tried_once_after_a_restart()
    {
        await using var fleet = await Fleet.StartAsync(new World(8), settings: ("Candidates", Before));
        await fleet.ServeAsync(1_000);

        fleet.Restart(("Candidates", "binned-logistic; gradient-boosting trees=60 leaves=4"));
        await fleet.ServeAsync(500);
        fleet.Restart();
        await fleet.ServeAsync(500);

        var decision = fleet.Decisions.First(made => made.Action == DecisionActions.Retrain);
        decision.Reason.ShouldBe("The training code has changed: gradient-boosting leaves=4 trees=60 is a new candidate; gradient-boosting leaves=4 trees=20 is none any more.");
        fleet.State.Experiments.Where(experiment => experiment.UpdateId.StartsWith("hits-code-", StringComparison.Ordinal)).Select(experiment => experiment.UpdateId).Distinct().ShouldBe([decision.UpdateId]);
        fleet.State.CodeChange.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_found_while_rows_are_broken_waits_until_they_are_not()
    {
        await using var fleet = await Fleet.StartAsync(new World(8), settings: ("Candidates", Before));
        await fleet.ServeAsync(1_000);
        var broken = await fleet.ReportAsync("data-quality", fleet.Row - 50, "a");

        fleet.Restart(("Candidates", "binned-logistic"));
        await fleet.ServeAsync(500);
        var meanwhile = fleet.State.CodeChange;
        await fleet.ClearAsync(broken, fleet.Row);
        await fleet.ServeAsync(1_000);

        meanwhile.ShouldNotBeNull().What.ShouldContain("is none any more");
        fleet.State.CodeChange.ShouldBeNull();
        fleet.Decisions.ShouldContain(decision => decision.Reason.StartsWith("The training code has changed"));
    }

    private sealed class OtherFor(int classes, IModelTrainer trainer) : IModelTrainer
    {
        public string Name => trainer.Name;

        public IModel Train(DataSet data, IReadOnlyDictionary<string, double> parameters, ulong seed) =>
            trainer.Train(data.Schema.Task.Classes == classes ? data.Slice(1, data.Count) : data, parameters, seed);
    }
}
