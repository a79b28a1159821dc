using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Release;

namespace MonitoringDemo.Retraining.Tests.Release;

public sealed class ReleaseTests
{
    private const string Ordered = "hits-ordered";

    private static async Task<Fleet> WithShadowAsync()
    {
        // What a person orders goes through shadow, however good it looks.
        var fleet = await Fleet.StartAsync(
            new World(9) { Weights = row => row < 3_000 ? [1.5, 1, -1, 0.5] : [-1.5, -1, 1, -0.5] }, settings: [("DisabledResponses:0", DecisionActions.Replace), ("ShadowAlpha", "1e-12")]);
        await fleet.ServeAsync(3_500);
        fleet.Receive(new RetrainModel("hits", Ordered, "a person", "to see", null));
        await fleet.DrainAsync();
        fleet.State.ShadowVersion.ShouldBe(2);
        return fleet;
    }

    [Fact]
    public async Task A_release_goes_through_shadow_and_promotion_and_a_probation_beside_its_predecessor()
    {
        await using var fleet = await WithShadowAsync();

        await fleet.ServeAsync(2_500);

        var stages = fleet.Bus.Of<ReleaseChanged>().Where(change => change.UpdateId == Ordered).Select(change => (change.Stage, change.Champion.Version, change.Shadow?.Version)).ToList();
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
        fleet.Receive(new ModelLoadFailed("hits", Ordered, sequence, 2, "the signature does not hold", "test"));

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
        fleet.State.Champion.PromotedAtRow.ShouldBe(6_000);
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
    public async Task What_held_out_rows_prove_serves_at_once_and_is_on_probation_beside_its_predecessor()
    {
        await using var fleet = await Fleet.StartAsync(new World(9) { Weights = row => row < 5_000 ? [1.5, 1, -1, 0.5] : [-1.5, -1, 1, -0.5] });
        await fleet.ServeAsync(3_300, step: 50);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_000);

        await fleet.ServeAsync(200, step: 50);

        var released = fleet.Bus.Of<ReleaseChanged>().First(change => change.UpdateId == "hits-5000");
        (released.Stage, released.Champion.Version, released.Shadow!.Version).ShouldBe((ReleaseStages.Promoted, 2, 1));
        released.Importance.ShouldBe(fleet.State.Version(2).Importance);
        fleet.State.Release!.Phase.ShouldBe(ReleasePhase.Probation);
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
