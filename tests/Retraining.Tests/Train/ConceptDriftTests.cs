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
        fleet.State.Stories["hits-5050"].State.Refits.ShouldBeGreaterThan(0);
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
    public async Task A_promoted_model_that_proves_worse_than_its_predecessor_is_rolled_back_by_itself()
    {
        await using var fleet = await Fleet.StartAsync(Flips(5, from: 5_000, to: 6_500));
        await fleet.ServeAsync(3_500);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_000);

        await fleet.ServeAsync(3_000);

        fleet.Decisions.Select(decision => (decision.Action, decision.Gate)).ShouldBe([(DecisionActions.Retrain, null), (DecisionActions.RollBack, "probation")]);
        fleet.State.Champion!.Version.ShouldBe(1);
        fleet.State.Version(2).RejectedBecause.ShouldNotBeNull().ShouldStartWith("probation");
        fleet.Bus.Of<ReleaseChanged>().Last().Stage.ShouldBe(ReleaseStages.RolledBack);
    }

    [Fact]
    public async Task A_candidate_that_loses_in_shadow_is_withdrawn_and_never_serves()
    {
        await using var fleet = await Fleet.StartAsync(Flips(5, from: 5_000, to: 6_000));
        await fleet.ServeAsync(3_500);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_000);

        await fleet.ServeAsync(2_000);

        fleet.Decisions.Select(decision => (decision.Action, decision.Gate)).ShouldBe([(DecisionActions.Retrain, null), (DecisionActions.Reject, "shadow")]);
        fleet.State.Champion!.Version.ShouldBe(1);
        fleet.State.Version(2).PromotedAtRow.ShouldBeNull();
    }

    [Fact]
    public async Task Every_version_can_be_trained_again_from_its_record_to_the_same_bytes()
    {
        await using var fleet = await Fleet.StartAsync(Flips(2));
        await fleet.ServeAsync(3_500);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_050);
        await fleet.ServeAsync(3_500);

        var snapshots = new MonitoringDemo.Retraining.Snapshot.SnapshotFiles(new ServiceDefaults.State.DataDirectory(fleet.Directory));
        var again = fleet.State.Versions.Select(version => Learning.Artifacts.ModelArtifact.Sha256(
            Learning.Trainers.TrainerCatalog.Get(version.Trainer).Train(snapshots.Read(version.DataSetSha256), version.Parameters, version.Seed).ToArtifact()));

        again.ShouldBe(fleet.State.Versions.Select(version => version.Sha256));
    }
}
