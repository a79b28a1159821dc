using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Tests.Train;

public sealed class ConceptDriftTests
{
    private static World Flips(ulong seed, long from = 5_000, long to = long.MaxValue) =>
        new(seed) { Weights = row => row < from || row >= to ? [1.5, 1, -1, 0.5] : [-1.5, -1, 1, -0.5] };

    [Fact]
    public async Task A_changed_concept_is_learned_from_the_rows_since_the_change_and_refitted_as_they_double()
    {
        await using var fleet = await Fleet.StartAsync(Flips(2));
        await fleet.ServeAsync(3_500);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_050);

        await fleet.ServeAsync(5_500);

        fleet.Decisions.Select(decision => decision.Action).ShouldBe([DecisionActions.Retrain]);
        fleet.State.Champion!.Trigger.ShouldBe("performance");
        fleet.State.Champion.TrainedFromRow.ShouldBeGreaterThanOrEqualTo(5_000);
        fleet.State.Incidents["hits-5050"].State.Refits.ShouldBeGreaterThan(0);
        fleet.State.Experiments.Select(experiment => experiment.Window).ShouldContain("last-2000");
        fleet.Accuracy(8_000, 11_000).ShouldBeGreaterThan(0.75);
    }

    [Fact]
    public async Task A_finding_that_later_rows_do_not_confirm_retrains_nothing()
    {
        await using var fleet = await Fleet.StartAsync(new World(3));
        await fleet.ServeAsync(2_000);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 3_500);

        await fleet.ServeAsync(4_000);

        fleet.Decisions.ShouldBeEmpty();
        fleet.State.Versions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_old_world_that_comes_back_is_served_by_its_archived_model_without_training()
    {
        await using var fleet = await Fleet.StartAsync(Flips(4, from: 5_000, to: 14_000), settings: ("ChallengerEvery", "100000"));
        await fleet.ServeAsync(3_500);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_000);
        await fleet.ServeAsync(9_000);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 14_000);

        await fleet.ServeAsync(2_500);

        fleet.Decisions.Select(decision => decision.Action).ShouldBe([DecisionActions.Retrain, DecisionActions.Restore]);
        fleet.State.Champion!.Version.ShouldBe(1);
        fleet.Accuracy(15_500, 17_000).ShouldBeGreaterThan(0.75);
    }

    [Fact]
    public async Task A_world_that_comes_back_during_probation_is_no_fault_of_the_version_that_learned_the_other_one()
    {
        await using var fleet = await Fleet.StartAsync(Flips(5, from: 5_000, to: 6_000), settings: ("DisabledResponses:0", DecisionActions.Replace));
        await fleet.ServeAsync(3_300, step: 50);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_000);

        await fleet.ServeAsync(1_500, step: 50);

        fleet.Decisions.Select(decision => decision.Action).ShouldBe([DecisionActions.Retrain, DecisionActions.Restore]);
        (fleet.Decisions[1].Version, fleet.Decisions[1].Row).ShouldSatisfyAllConditions(made => made.Version.ShouldBe(1), made => made.Row.ShouldBeInRange(6_200, 6_350));
        fleet.State.Versions.ShouldAllBe(version => version.RejectedBecause == null);
    }

    [Fact]
    public async Task A_candidate_that_loses_in_shadow_is_withdrawn_and_never_serves()
    {
        await using var fleet = await Fleet.StartAsync(Flips(5, from: 3_000, to: 5_500), settings: [("DisabledResponses:0", DecisionActions.Replace), ("ShadowAlpha", "1e-12")]);
        await fleet.ServeAsync(3_500);
        fleet.Receive(new RetrainModel("hits", "hits-ordered", "a person", "to see", null));
        await fleet.DrainAsync();

        await fleet.ServeAsync(2_000);

        fleet.Decisions.Select(decision => (decision.Action, decision.Gate)).ShouldBe([(DecisionActions.Retrain, null), (DecisionActions.Reject, "shadow")]);
        fleet.State.Champion!.Version.ShouldBe(1);
        fleet.State.Version(2).PromotedAtRow.ShouldBeNull();
    }

    [Fact]
    public async Task After_a_collapse_a_model_of_few_rows_serves_within_three_hundred_and_is_refitted()
    {
        await using var fleet = await Fleet.StartAsync(Flips(2), delay: 0);
        await fleet.ServeAsync(3_075, step: 25);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_000);

        await fleet.ServeAsync(225, step: 25);

        fleet.State.Champion!.Trigger.ShouldBe("performance");
        fleet.State.Version(2).TrainedRows.ShouldBeLessThan(150);
        fleet.State.Version(2).PromotedAtRow!.Value.ShouldBeLessThanOrEqualTo(5_300);
        await fleet.ServeAsync(700, step: 25);
        fleet.State.Incidents["hits-5000"].State.Refits.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_finding_that_an_older_release_came_before_is_still_answered()
    {
        // A challenger of the old world is released just after the finding: it is judged by the finding, too.
        await using var fleet = await Fleet.StartAsync(Flips(2));
        await fleet.ServeAsync(3_250, step: 50);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_000);
        fleet.Receive(new RetrainModel("hits", "hits-ordered", "a person", "to see", null));

        await fleet.ServeAsync(1_500, step: 50);

        fleet.State.Incidents["hits-5000"].State.PerformanceFell.Count.ShouldBe(1);
        fleet.Decisions.Where(decision => decision.UpdateId == "hits-5000").Select(decision => decision.Action).ShouldContain(DecisionActions.Retrain);
        fleet.Accuracy(6_000, 6_750).ShouldBeGreaterThan(0.7);
    }

    [Fact]
    public async Task Every_version_can_be_trained_again_from_its_record_to_the_same_bytes()
    {
        await using var fleet = await Fleet.StartAsync(Flips(2));
        await fleet.ServeAsync(3_500);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_050);
        await fleet.ServeAsync(3_500);

        var snapshots = fleet.Get<MonitoringDemo.Retraining.Snapshot.Snapshots>();
        var again = fleet.State.Versions.Select(version => Learning.Artifacts.ModelArtifact.Sha256(
            Learning.Trainers.TrainerCatalog.Get(version.Trainer).Train(snapshots.Read(version.DataSetSha256), version.Parameters, version.Seed).ToArtifact()));

        again.ShouldBe(fleet.State.Versions.Select(version => version.Sha256));
    }
}
