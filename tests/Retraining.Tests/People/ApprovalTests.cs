using Microsoft.Extensions.Options;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.People;
using MonitoringDemo.Retraining.People.Rules;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Release;

namespace MonitoringDemo.Retraining.Tests.People;

public sealed class ApprovalTests
{
    [Fact]
    public async Task A_candidate_that_passed_every_gate_waits_for_two_people_and_then_races_as_it_would_have()
    {
        await using var fleet = await Persons.OrderedAsync("olga", ("ManualApprovers", "2"));
        var awaited = fleet.Decisions[^1];
        fleet.Receive(Persons.Approves("ana", 2));
        await fleet.DrainAsync();
        var afterOne = (fleet.State.ShadowVersion, Missing: fleet.Decisions[^1].Missing);
        fleet.Receive(Persons.Approves("ben", 2));

        await fleet.DrainAsync();

        (awaited.Action, awaited.Version, awaited.Missing).ShouldBe((DecisionActions.AwaitApproval, 2, 2));
        awaited.Reason.ShouldContain("olga, who asked for it, does not count");
        afterOne.ShouldBe((null, 1));
        fleet.State.ShadowVersion.ShouldBe(2);
        fleet.State.People.Waiting.ShouldBeEmpty();
        fleet.State.Release!.Change.Reason.ShouldBe("Approved by ana and ben: version 2 had passed every gate.");
        ModelView.Of(fleet.State.Version(2), fleet.State).Approvals!.Select(approval => approval.By).ShouldBe(["ana", "ben"]);
    }

    [Fact]
    public async Task Until_it_is_approved_nothing_is_served_or_raced_and_the_registry_says_that_it_waits()
    {
        await using var fleet = await Persons.OrderedAsync("olga", ("ManualApprovers", "1"));

        await fleet.ServeAsync(2_000);

        (fleet.State.Champion!.Version, fleet.State.ShadowVersion).ShouldBe((1, null));
        ModelView.Of(fleet.State.Version(2), fleet.State).Role.ShouldBe("waiting");
        ApprovalsView.Of(fleet.State.People).Waiting.Single().ShouldSatisfyAllConditions(waiting => waiting.Version.ShouldBe(2), waiting => waiting.Missing.ShouldBe(1), waiting => waiting.AskedBy.ShouldBe("olga"));
    }

    [Fact]
    public async Task Who_asked_for_the_training_does_not_count()
    {
        await using var fleet = await Persons.OrderedAsync("ana", ("ManualApprovers", "1"));
        fleet.Receive(Persons.Approves("ana", 2));

        await fleet.DrainAsync();

        fleet.State.ShadowVersion.ShouldBeNull();
        fleet.Decisions[^1].ShouldSatisfyAllConditions(said => said.Action.ShouldBe(DecisionActions.Watch), said => said.Reason.ShouldContain("may not approve it"), said => said.By.ShouldBe("ana"));
    }

    [Fact]
    public async Task One_person_counts_once_however_often_and_a_message_that_comes_again_says_nothing()
    {
        await using var fleet = await Persons.OrderedAsync("olga", ("ManualApprovers", "2"));
        var yes = Persons.Approves("ana", 2);
        fleet.Receive(yes);
        fleet.Receive(yes);
        fleet.Receive(Persons.Approves("ana", 2));
        await fleet.DrainAsync();
        fleet.Receive(yes);

        await fleet.DrainAsync();

        fleet.State.ShadowVersion.ShouldBeNull();
        fleet.State.People.ApprovalsOf(2).Count.ShouldBe(1);
        fleet.Decisions.Count(decision => decision.By == "ana").ShouldBe(2);
    }

    [Theory]
    [InlineData("olga")]
    [InlineData("nobody")]
    [InlineData("control-room")]
    public async Task Only_people_who_may_approve_count(string by)
    {
        await using var fleet = await Persons.OrderedAsync("a person", ("ManualApprovers", "1"));
        fleet.Receive(Persons.Approves(by, 2));

        await fleet.DrainAsync();

        fleet.State.ShadowVersion.ShouldBeNull();
        fleet.Decisions[^1].Reason.ShouldBe($"{by} is nobody who may approve: it does not count.");
    }

    [Fact]
    public async Task A_version_that_a_person_refuses_is_rejected_with_name_and_reason()
    {
        await using var fleet = await Persons.OrderedAsync("olga", ("ManualApprovers", "1"));
        fleet.Receive(Persons.Refuses("ben", 2));
        await fleet.DrainAsync();
        fleet.Receive(Persons.Approves("ana", 2));

        await fleet.DrainAsync();

        fleet.State.Version(2).RejectedBecause.ShouldBe("approval: ben refused version 2: It leans on one feature.");
        fleet.State.ShadowVersion.ShouldBeNull();
        fleet.Decisions[^1].Reason.ShouldContain("does not wait for people");
    }

    [Fact]
    public async Task A_version_that_nobody_looks_at_lapses_and_that_is_told()
    {
        await using var fleet = await Persons.OrderedAsync("olga", ("ManualApprovers", "2"), ("ApprovalRows", "1000"));
        fleet.Receive(Persons.Approves("ana", 2));

        await fleet.ServeAsync(1_500);

        fleet.Decisions[^1].ShouldSatisfyAllConditions(
            said => said.Action.ShouldBe(DecisionActions.Reject), said => said.Gate.ShouldBe("approval"), said => said.By.ShouldBeNull(),
            said => said.Reason.ShouldBe("Version 2 was not released by row 6500: 1 of 2 people had approved it. It lapses."));
        fleet.State.People.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_waits_and_who_approved_survives_a_restart_at_each_step()
    {
        await using var fleet = await Persons.OrderedAsync("olga", ("ManualApprovers", "2"));
        fleet.Restart();
        fleet.Receive(Persons.Approves("ana", 2));
        fleet.Restart();
        await fleet.DrainAsync();
        fleet.Restart();
        fleet.Receive(Persons.Approves("ben", 2));

        await fleet.DrainAsync();

        fleet.State.ShadowVersion.ShouldBe(2);
        fleet.Decisions.Count(decision => decision.Action == DecisionActions.Approve).ShouldBe(2);
    }

    [Fact]
    public async Task A_proven_candidate_of_a_sensitive_model_serves_at_once_when_two_have_approved()
    {
        await using var fleet = await Fleet.StartAsync(
            new World(9) { Weights = row => row < 5_000 ? [1.5, 1, -1, 0.5] : [-1.5, -1, 1, -0.5] }, stores: Persons.Known, settings: [("SensitiveModel", "true"), ("DisabledResponses:0", DecisionActions.Replace)]);
        await fleet.ServeAsync(3_300, step: 50);
        await fleet.ReportAsync(Messages.DriftDetection.FindingKinds.RealisedPerformance, onset: 5_000);
        await fleet.ServeAsync(400, step: 50);
        var waiting = fleet.State.People.Waiting.ShouldHaveSingleItem();
        fleet.Receive(Persons.Approves("ana", waiting.Version));
        fleet.Receive(Persons.Approves("ben", waiting.Version));

        await fleet.DrainAsync();

        waiting.ShouldSatisfyAllConditions(it => it.Needed.ShouldBe(2), it => it.IsProven.ShouldBeTrue(), it => it.Why.ShouldBe("the model is marked as sensitive"));
        fleet.Bus.Of<ReleaseChanged>().First(change => change.Sequence == 2).ShouldSatisfyAllConditions(change => change.Stage.ShouldBe(ReleaseStages.Promoted), change => change.Champion.Version.ShouldBe(waiting.Version));
        fleet.State.Release!.Phase.ShouldBe(ReleasePhase.Probation);
        fleet.State.Incidents["hits-5000"].State.Serving.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_was_proven_against_another_champion_races_against_the_one_that_serves_by_then()
    {
        await using var fleet = await Persons.OrderedAsync("olga", ("NewRecipeApprovers", "0"), ("ManualApprovers", "1"));
        var order = fleet.State.People.Waiting.Single() with { IsProven = true, Champion = 7 };
        var desk = new ReleaseDesk(fleet.Get<PeopleOptions>(), fleet.Get<ReleaseOptions>(), fleet.Get<StrategyOptions>(), fleet.Get<PolicyLimits>());

        var released = desk.Release(new ReleaseWaiting(order, "Approved."), fleet.State, "hits", 0, fleet.Row).OfType<Released>().Single();

        (released.Phase, released.Change.Champion.Version, released.Change.Shadow!.Version).ShouldBe((ReleasePhase.Shadow, 1, 2));
    }

    [Theory]
    [InlineData((int)ReleasePhase.Settled, 1)]
    [InlineData((int)ReleasePhase.Probation, 1)]
    [InlineData((int)ReleasePhase.Shadow, 0)]
    [InlineData((int)ReleasePhase.Canary, 0)]
    public void What_is_approved_does_not_push_aside_what_is_being_tried(int phase, int released)
    {
        var waiting = new WaitingVersion("hits-1", 3, "data", 0, "", null, IsProven: true, Champion: 1, LapsesAtRow: 9_000);
        var state = new PolicyState { Champion = 1, Phase = (ReleasePhase)phase, People = PeopleState.Empty with { Waiting = [waiting] } };

        var decided = new WaitingVersionIsReleased().Decide(state, new Evidence(8_000), null!);

        decided.Count().ShouldBe(released);
    }

    [Fact]
    public async Task Routine_goes_by_itself_where_only_what_is_new_needs_people()
    {
        await using var fleet = await Persons.OrderedAsync("olga", ("NewRecipeApprovers", "1"), ("Trainer", "binned-logistic"));

        await fleet.DrainAsync();

        fleet.State.ShadowVersion.ShouldBe(2);
        fleet.State.People.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_trainer_of_which_no_version_has_served_needs_people()
    {
        await using var fleet = await Fleet.StartAsync(new World(9) { Weights = row => row < 3_000 ? [1.5, 1, -1, 0.5] : [-1.5, -1, 1, -0.5] }, stores: Persons.Known, settings: [("DisabledResponses:0", DecisionActions.Replace), ("NewRecipeApprovers", "1"), ("Candidates", "binned-logistic")]);
        await fleet.ServeAsync(3_500);
        fleet.Receive(new RetrainModel("hits", "hits-ordered", "olga", "to see", "logistic-regression"));

        await fleet.DrainAsync();

        fleet.State.People.Waiting.Single().Why.ShouldStartWith("no version of logistic-regression");
    }

    [Fact]
    public async Task By_default_nobody_is_asked()
    {
        await using var fleet = await Persons.OrderedAsync("olga");

        await fleet.DrainAsync();

        fleet.State.ShadowVersion.ShouldBe(2);
        fleet.Decisions.ShouldHaveSingleItem().Action.ShouldBe(DecisionActions.Retrain);
    }

    [Fact]
    public async Task A_policy_that_nobody_could_fulfil_stops_the_start_and_names_the_setting()
    {
        var refused = await Should.ThrowAsync<OptionsValidationException>(async () => await Fleet.StartAsync(new World(1), stores: Persons.Known, settings: [("NewRecipeApprovers", "3")]));

        refused.Message.ShouldBe("Retraining:NewRecipeApprovers wants 3 approvers, and MONITORINGDEMO_PEOPLE names 2 who may approve: add people of the role approver, or lower it");
    }
}
