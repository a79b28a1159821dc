using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Tests.People;

public sealed class FreezeTests
{
    [Fact]
    public async Task While_releases_are_frozen_the_race_goes_on_and_nobody_is_promoted_until_they_go_on()
    {
        await using var fleet = await Persons.OrderedAsync("olga");
        fleet.Receive(Persons.Freezes("olga"));
        await fleet.ServeAsync(2_000);
        var frozen = (fleet.State.Champion!.Version, fleet.State.ShadowVersion, fleet.State.People.Freeze!.By);
        fleet.Receive(Persons.Unfreezes("ana"));

        await fleet.ServeAsync(500);

        frozen.ShouldBe((1, 2, "olga"));
        fleet.State.Champion!.Version.ShouldBe(2);
        fleet.Decisions.Select(decision => (decision.Action, decision.By)).ShouldBe([(DecisionActions.Retrain, null), (DecisionActions.Freeze, "olga"), (DecisionActions.Unfreeze, "ana")]);
    }

    [Fact]
    public async Task A_proven_candidate_waits_for_the_end_of_the_freeze_and_is_released_then()
    {
        await using var fleet = await Fleet.StartAsync(new World(9) { Weights = row => row < 5_000 ? [1.5, 1, -1, 0.5] : [-1.5, -1, 1, -0.5] }, stores: Persons.Known, settings: [("DisabledResponses:0", DecisionActions.Replace)]);
        await fleet.ServeAsync(3_300, step: 50);
        fleet.Receive(Persons.Freezes("olga"));
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_000);
        await fleet.ServeAsync(1_000, step: 50);
        var waiting = fleet.State.People.Waiting.ShouldHaveSingleItem();
        fleet.Restart();
        fleet.Receive(Persons.Unfreezes("olga"));

        await fleet.ServeAsync(50);

        (waiting.Needed, waiting.Champion).ShouldBe((0, 1));
        fleet.Decisions.Single(decision => decision.Action == DecisionActions.AwaitApproval).Reason.ShouldContain("Releases are frozen by olga: Release week.");
        var released = fleet.Bus.Of<ReleaseChanged>().First();
        (released.Stage, released.Champion.Version, released.Reason).ShouldBe((ReleaseStages.Promoted, waiting.Version, $"Releases go on: version {waiting.Version} had passed every gate."));
        fleet.State.People.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_freeze_with_an_end_ends_by_itself()
    {
        await using var fleet = await Persons.OrderedAsync("olga");
        var end = fleet.Get<TimeProvider>().GetUtcNow() + TimeSpan.FromSeconds(1_700);
        fleet.Receive(Persons.Freezes("olga", end));

        await fleet.ServeAsync(1_500);
        var before = fleet.State.Champion!.Version;

        await fleet.ServeAsync(1_000);

        before.ShouldBe(1);
        fleet.Decisions[^1].ShouldSatisfyAllConditions(said => said.Action.ShouldBe(DecisionActions.Unfreeze), said => said.By.ShouldBeNull(), said => said.Reason.ShouldBe("The freeze of olga has come to its end: releases go on."));
        fleet.State.Champion!.Version.ShouldBe(2);
    }

    [Fact]
    public async Task Only_who_began_it_or_may_approve_lifts_a_freeze()
    {
        await using var fleet = await Persons.OrderedAsync("a person");
        fleet.Receive(Persons.Freezes("ana"));
        await fleet.DrainAsync();
        fleet.Receive(Persons.Unfreezes("olga"));
        await fleet.DrainAsync();
        var by = fleet.State.People.Freeze?.By;
        fleet.Receive(Persons.Unfreezes("ben"));

        await fleet.DrainAsync();

        by.ShouldBe("ana");
        fleet.State.People.Freeze.ShouldBeNull();
    }

    [Fact]
    public async Task An_old_version_that_a_person_asks_for_is_not_restored_under_a_freeze_and_that_is_said()
    {
        await using var fleet = await Persons.OrderedAsync("olga");
        await fleet.ServeAsync(500);
        fleet.Receive(Persons.Freezes("ana"));
        await fleet.DrainAsync();
        fleet.Receive(new RestoreModel("hits", "restore-1", 1, "olga", "compare"));

        await fleet.DrainAsync();

        fleet.State.Champion!.Version.ShouldBe(2);
        fleet.Decisions[^1].Reason.ShouldStartWith("Version 1 is not restored now. Releases are frozen by ana");
    }
}
