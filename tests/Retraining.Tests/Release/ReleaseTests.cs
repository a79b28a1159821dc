using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Tests.Release;

public sealed class ReleaseTests
{
    private static async Task<Fleet> WithShadowAsync()
    {
        var fleet = await Fleet.StartAsync(new World(9) { Weights = row => row < 5_000 ? [1.5, 1, -1, 0.5] : [-1.5, -1, 1, -0.5] });
        await fleet.ServeAsync(3_500);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_000);
        await fleet.ServeAsync(500);
        fleet.State.ShadowVersion.ShouldBe(2);
        return fleet;
    }

    [Fact]
    public async Task A_release_goes_through_shadow_and_promotion_and_a_probation_beside_its_predecessor()
    {
        await using var fleet = await WithShadowAsync();

        await fleet.ServeAsync(2_500);

        var stages = fleet.Bus.Of<ReleaseChanged>().Where(change => change.UpdateId == "hits-5000").Select(change => (change.Stage, change.Champion.Version, change.Shadow?.Version)).ToList();
        stages[0].ShouldBe((ReleaseStages.Shadow, 1, 2));
        stages[1].ShouldBe((ReleaseStages.Promoted, 2, 1));
        fleet.Bus.Of<ReleaseChanged>().ShouldAllBe(change => change.Importance!.SequenceEqual(fleet.State.Version(change.Champion.Version).Importance!));
        fleet.Bus.Of<ReleaseChanged>().Select(change => change.Sequence).ShouldBe(Enumerable.Range(1, fleet.Bus.Of<ReleaseChanged>().Count()).Select(sequence => (long)sequence));
    }

    [Fact]
    public async Task A_version_that_inference_refuses_is_rejected_and_the_champion_stays()
    {
        await using var fleet = await WithShadowAsync();
        var sequence = fleet.State.Release!.Change.Sequence;
        fleet.Receive(new ModelLoadFailed("hits", "hits-5000", sequence, 2, "the signature does not hold", "inference"));

        await fleet.DrainAsync();

        fleet.Decisions[^1].ShouldSatisfyAllConditions(decision => decision.Action.ShouldBe(DecisionActions.Reject), decision => decision.Gate.ShouldBe("loaded"));
        fleet.State.ShadowVersion.ShouldBeNull();
        fleet.State.Champion!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task The_row_from_which_inference_serves_a_version_is_recorded()
    {
        await using var fleet = await WithShadowAsync();

        await fleet.ServeAsync(500);

        fleet.State.Champion!.Version.ShouldBe(2);
        fleet.State.Champion.PromotedAtRow.ShouldBe(6_500);
    }

    [Fact]
    public async Task A_person_can_restore_a_version_that_served_but_not_one_that_was_rejected_or_never_was()
    {
        await using var fleet = await WithShadowAsync();
        await fleet.ServeAsync(500);

        fleet.Receive(new RestoreModel("hits", "restore-1", 1, "a person", "compare"));
        fleet.Receive(new RestoreModel("hits", "restore-9", 9, "a person", "compare"));
        await fleet.DrainAsync();

        fleet.State.Champion!.Version.ShouldBe(1);
        fleet.Decisions.Single(decision => decision.UpdateId == "restore-9").Action.ShouldBe(DecisionActions.Reject);
        fleet.Decisions.Single(decision => decision.UpdateId == "restore-1").Action.ShouldBe(DecisionActions.Restore);
    }

    [Fact]
    public async Task Promotions_wait_while_labels_cannot_be_relied_on()
    {
        await using var fleet = await WithShadowAsync();
        await fleet.ReportAsync(FindingKinds.LabelFlow, onset: 6_000);

        await fleet.ServeAsync(2_000);

        fleet.Decisions.Count(decision => decision.Action == DecisionActions.Hold).ShouldBe(1);
        fleet.State.Champion!.Version.ShouldBe(1);
    }
}
