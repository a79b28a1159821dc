using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Learning;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Tests.Train;

public sealed class ManualRunTests
{
    private static RetrainModel Retrain(string? trainer) => new("hits", "manual-1", "a person", "a drill", trainer);

    [Fact]
    public async Task A_candidate_trained_on_shuffled_labels_is_rejected_by_the_quality_gate_by_name()
    {
        await using var fleet = await Fleet.StartAsync(new World(8), settings: ("AllowDrills", "true"));
        await fleet.ServeAsync(3_000);
        fleet.Receive(Retrain("shuffled-labels"));

        await fleet.ServeAsync(2_000);

        fleet.Decisions.Select(decision => (decision.Action, decision.Gate, decision.Version)).ShouldBe([(DecisionActions.Retrain, null, null), (DecisionActions.Reject, "quality", 2)]);
        fleet.State.Version(2).RejectedBecause.ShouldNotBeNull().ShouldStartWith("quality");
        fleet.State.Champion!.Version.ShouldBe(1);
        fleet.Bus.Of<ReleaseChanged>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_candidate_without_a_score_is_refused_under_the_name_of_the_gate_that_it_would_not_pass()
    {
        await using var fleet = await Fleet.StartAsync(new World(8), last: services => services.AddSingleton<IReadOnlyList<IModelTrainer>>([.. RetrainingModule.FindTrainers(), new NoNumberTrainer()]));
        await fleet.ServeAsync(1_000);
        fleet.Receive(Retrain("no-number"));

        await fleet.DrainAsync();

        (fleet.Decisions[^1].Action, fleet.Decisions[^1].Gate).ShouldBe((DecisionActions.Reject, "finite"));
    }

    [Fact]
    public async Task A_drill_is_refused_where_drills_are_not_allowed()
    {
        await using var fleet = await Fleet.StartAsync(new World(8));
        await fleet.ServeAsync(1_000);
        fleet.Receive(Retrain("shuffled-labels"));

        await fleet.DrainAsync();

        fleet.Decisions.ShouldHaveSingleItem().Reason.ShouldContain("Retraining:AllowDrills");
        fleet.State.Versions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_trainer_that_nobody_knows_is_refused_with_the_names_of_those_there_are()
    {
        await using var fleet = await Fleet.StartAsync(new World(8));
        fleet.Receive(Retrain("magic"));

        await fleet.DrainAsync();

        fleet.Decisions.ShouldHaveSingleItem().Reason.ShouldContain("binned-logistic");
    }

    [Fact]
    public async Task A_command_that_is_delivered_twice_runs_once()
    {
        await using var fleet = await Fleet.StartAsync(new World(8), settings: ("AllowDrills", "true"));
        await fleet.ServeAsync(2_000);
        fleet.Receive(Retrain("shuffled-labels"));
        fleet.Receive(Retrain("shuffled-labels"));
        await fleet.DrainAsync();
        fleet.Receive(Retrain("shuffled-labels"));

        await fleet.DrainAsync();

        fleet.Bus.Of<RetrainingStarted>().Count(started => started.Trigger == "manual").ShouldBe(1);
    }
}
