using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Release;

namespace MonitoringDemo.Retraining.Tests.Release;

/// <summary>A candidate that answers a growing share of the requests. The canary of most tests knows the world of now, and the champion that of before.</summary>
public sealed class CanaryTests
{
    private const string Ordered = "hits-ordered";
    private const int Step = 20;
    private static readonly (string, string) _canary = ("Release:Strategy", "canary");

    [Fact]
    public async Task A_canary_goes_from_share_to_share_and_ends_as_the_champion_on_probation()
    {
        await using var fleet = await WithCanaryAsync();

        await fleet.ServeAsync(3_000, Step);

        Releases(fleet)[..5].ShouldBe([("shadow", 1, 2, null), ("canary", 1, 2, 0.01), ("canary", 1, 2, 0.05), ("canary", 1, 2, 0.25), ("promoted", 2, 1, null)]);
        fleet.State.Champion!.Version.ShouldBe(2);
        fleet.Decisions.ShouldAllBe(decision => decision.Action == DecisionActions.Retrain);
    }

    [Fact]
    public async Task A_step_lasts_the_rows_that_the_option_says_and_their_outcomes()
    {
        await using var fleet = await WithCanaryAsync(settings: [("Release:StepRows", "300"), ("Release:CanaryAlpha", "1e-12"), ("ProbationRows", "100000")], flip: false);
        var began = fleet.State.CanarySince!.Value;

        await fleet.ServeAsync(3_000, Step);

        var rows = fleet.Bus.Of<ReleaseChanged>().Where(change => change.Row >= began && change.Stage is ReleaseStages.Canary or ReleaseStages.Promoted && change.Sequence > 1).Select(change => change.Row).ToList();
        rows.Count.ShouldBe(4);
        // 300 rows with outcomes, of which one in twenty never comes, 200 rows late, and 50 rows are not judged yet.
        rows.Zip(rows.Skip(1), (from, to) => to - from).ShouldAllBe(length => length >= 300 + 200 + 15 && length <= 300 + 200 + 50 + 50);
    }

    [Fact]
    public async Task A_restart_at_every_step_changes_nothing()
    {
        await using var fleet = await WithCanaryAsync();
        await using var restarted = await WithCanaryAsync();

        for (var i = 0; i < 60; i++)
        {
            await fleet.StepAsync(Step);
            await restarted.StepAsync(Step);
            restarted.Restart();
        }

        await restarted.DrainAsync();
        restarted.State.Release!.Change.Sequence.ShouldBe(fleet.State.Release!.Change.Sequence);
        Told(restarted).ShouldBe(Told(fleet));
        restarted.State.Champion!.Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_canary_that_is_worse_is_taken_back_by_itself_and_the_decision_says_why()
    {
        await using var fleet = await WithCanaryAsync(flip: false);
        fleet.CanaryScore = (_, score) => 1 - score;
        var began = fleet.Row;

        await fleet.ServeAsync(1_000, Step);

        var back = fleet.Decisions[^1];
        (back.Action, back.Gate, back.Version).ShouldBe((DecisionActions.RollBack, "canary", 2));
        back.Reason.ShouldContain("squared error higher by");
        (back.Row - began).ShouldBeLessThan(500);
        Releases(fleet)[^1].ShouldBe(("rolled-back", 1, null, null));
        fleet.State.Version(2).RejectedBecause!.ShouldStartWith("canary: ");
        fleet.ByCanary.Count.ShouldBeLessThan(25);
    }

    [Fact]
    public async Task A_canary_that_is_worse_on_one_slice_alone_is_taken_back_for_it()
    {
        await using var fleet = await WithCanaryAsync(settings: ("Release:StepRows", "400"));
        fleet.CanaryRowScore = (values, score) => values[World.Schema.IndexOf("group")] != 1 ? score : score < 0.5 ? 0.999 : 0.001;

        await fleet.ServeAsync(3_000, Step);

        var back = fleet.Decisions.Last(decision => decision.Action == DecisionActions.RollBack);
        (back.Gate, back.Version).ShouldBe(("canary-slices", 2));
        back.Reason.ShouldContain("where group=y");
    }

    [Fact]
    public async Task A_canary_that_is_slower_as_a_rule_is_taken_back_before_an_outcome_came()
    {
        await using var fleet = await WithCanaryAsync();
        fleet.Took = _ => (2_000, 400_000);

        await fleet.ServeAsync(20 * Step, Step);

        var back = fleet.Decisions[^1];
        (back.Action, back.Gate, back.Version).ShouldBe((DecisionActions.RollBack, "canary-latency", 2));
        back.Reason.ShouldContain("took 0.400 ms on average");
    }

    [Fact]
    public async Task A_canary_that_takes_very_long_at_times_is_taken_back_and_one_that_pauses_with_the_champion_is_not()
    {
        await using var sound = await WithCanaryAsync(flip: false, ("Release:StepRows", "2000"));
        await using var fleet = await WithCanaryAsync(flip: false, ("Release:StepRows", "2000"));
        sound.Took = row => row / Step % 4 == 0 ? (30_000_000, 1_000) : row / Step % 4 == 1 ? (1_000, 30_000_000) : (1_000, 1_000);
        fleet.Took = row => (1_000, row / Step % 3 == 1 ? 30_000_000 : 1_000);

        await sound.ServeAsync(80 * Step, Step);
        await fleet.ServeAsync(80 * Step, Step);

        (fleet.Decisions[^1].Action, fleet.Decisions[^1].Gate).ShouldBe((DecisionActions.RollBack, "canary-latency"));
        fleet.Decisions[^1].Reason.ShouldContain("passed the limit of time");
        sound.Decisions.ShouldAllBe(decision => decision.Action != DecisionActions.RollBack);
    }

    [Fact]
    public async Task A_canary_that_has_no_score_for_one_row_is_taken_back_before_an_outcome_came()
    {
        await using var fleet = await WithCanaryAsync();
        var rare = fleet.Row + 30;
        fleet.CanaryScore = (row, score) => row == rare ? double.NaN : score;

        await fleet.ServeAsync(80, Step);

        var back = fleet.Decisions[^1];
        (back.Action, back.Gate, back.Version).ShouldBe((DecisionActions.RollBack, "canary-errors", 2));
        back.Reason.ShouldContain($"row {rare}");
        fleet.State.Release!.Phase.ShouldBe(ReleasePhase.Settled);
    }

    [Fact]
    public async Task A_shadow_that_has_no_score_for_a_row_is_withdrawn()
    {
        await using var fleet = await WithShadowAsync();
        fleet.ShadowFailsAt = fleet.Row + 30;

        await fleet.ServeAsync(400, Step);

        (fleet.Decisions[^1].Action, fleet.Decisions[^1].Gate).ShouldBe((DecisionActions.Reject, "shadow"));
        fleet.State.ShadowVersion.ShouldBeNull();
    }

    [Fact]
    public async Task While_outcomes_are_late_a_canary_that_always_answers_the_same_is_taken_back_by_its_scores()
    {
        await using var fleet = await WithCanaryAsync();
        fleet.OutcomesAreLate = true;
        fleet.CanaryScore = (_, _) => 0.1;
        var began = fleet.Row;

        await fleet.ServeAsync(1_500, Step);

        var back = fleet.Decisions[^1];
        (back.Action, back.Gate).ShouldBe((DecisionActions.RollBack, "canary-scores"));
        (back.Row - began).ShouldBeInRange(1_000, 1_100);
    }

    [Fact]
    public async Task While_outcomes_are_late_a_sound_canary_stays_at_its_share()
    {
        await using var fleet = await WithCanaryAsync();
        fleet.OutcomesAreLate = true;

        await fleet.ServeAsync(3_000, Step);

        (fleet.State.Release!.Phase, fleet.State.Release.Change.CanaryShare).ShouldBe((ReleasePhase.Canary, 0.01));
    }

    [Fact]
    public async Task While_labels_cannot_be_relied_on_a_canary_is_held_and_goes_on_afterwards()
    {
        await using var fleet = await WithCanaryAsync();
        var finding = await fleet.ReportAsync(FindingKinds.LabelFlow, onset: fleet.Row);

        await fleet.ServeAsync(1_500, Step);
        var held = fleet.State.Release!.Change.CanaryShare;
        await fleet.ClearAsync(finding, fleet.Row);
        await fleet.ServeAsync(1_500, Step);

        held.ShouldBe(0.01);
        fleet.State.Champion!.Version.ShouldBe(2);
    }

    [Theory]
    [InlineData(FindingKinds.DataDrift)]
    [InlineData(FindingKinds.RealisedPerformance)]
    public async Task A_finding_about_the_world_ends_no_canary(string kind)
    {
        await using var fleet = await WithCanaryAsync();

        await fleet.ReportAsync(kind, onset: fleet.Row - 40, feature: "a");
        await fleet.ServeAsync(200, Step);

        fleet.State.Release!.Phase.ShouldBe(ReleasePhase.Canary);
        fleet.State.ShadowVersion.ShouldBe(2);
    }

    [Fact]
    public async Task A_person_takes_a_canary_back_by_naming_the_champion()
    {
        await using var fleet = await WithCanaryAsync();

        fleet.Receive(new RestoreModel("hits", "back-1", 1, "a person", "callers complain"));
        await fleet.DrainAsync();

        var back = fleet.Decisions[^1];
        (back.UpdateId, back.Action, back.Gate, back.Version).ShouldBe(("back-1", DecisionActions.RollBack, "manual", 2));
        Releases(fleet)[^1].ShouldBe(("rolled-back", 1, null, null));
        fleet.State.RestoreCommands.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_promotes_a_canary_by_naming_it()
    {
        await using var fleet = await WithCanaryAsync();

        fleet.Receive(new RestoreModel("hits", "on-1", 2, "a person", "it is urgent"));
        await fleet.DrainAsync();

        Releases(fleet)[^1].ShouldBe(("promoted", 2, 1, null));
        fleet.Decisions[^1].Reason.ShouldContain("before the canary had stood all its steps");
        fleet.State.RestoreCommands.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_person_orders_waits_until_the_canary_has_ended()
    {
        await using var fleet = await WithCanaryAsync();

        fleet.Receive(new RetrainModel("hits", "again", "a person", "to see", null));
        await fleet.ServeAsync(100, Step);
        var during = fleet.State.Versions.Count;
        await fleet.ServeAsync(2_000, Step);

        during.ShouldBe(2);
        fleet.State.Versions.ShouldContain(version => version.UpdateId == "again");
    }

    [Fact]
    public async Task A_canary_that_inference_cannot_load_is_withdrawn_and_the_champion_stays()
    {
        await using var fleet = await WithCanaryAsync();
        fleet.Receive(new ModelLoadFailed("hits", Ordered, fleet.State.Release!.Change.Sequence, 2, "the signature does not hold", "test"));

        await fleet.DrainAsync();

        (fleet.Decisions[^1].Action, fleet.Decisions[^1].Gate).ShouldBe((DecisionActions.Reject, "loaded"));
        (fleet.State.ShadowVersion, fleet.State.Champion!.Version, fleet.State.Release!.Phase).ShouldBe((null, 1, ReleasePhase.Settled));
    }

    [Fact]
    public async Task What_held_out_rows_prove_becomes_a_canary_without_a_shadow_and_urgently()
    {
        await using var fleet = await Fleet.StartAsync(new World(9) { Weights = row => row < 5_000 ? [1.5, 1, -1, 0.5] : [-1.5, -1, 1, -0.5] }, settings: _canary);
        await fleet.ServeAsync(3_300, step: 50);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_000);

        await fleet.ServeAsync(1_000, step: 50);

        var releases = fleet.Bus.Of<ReleaseChanged>().Where(change => change.UpdateId == "hits-5000").Select(change => (change.Stage, change.CanaryShare)).Take(4);
        releases.ShouldBe([("canary", 0.01), ("canary", 0.05), ("canary", 0.25), ("promoted", null)]);
        fleet.Bus.Of<DecisionMade>().ShouldNotContain(decision => decision.Action == DecisionActions.RollBack);
    }

    [Fact]
    public async Task The_list_of_models_says_which_is_the_canary_and_its_share()
    {
        await using var fleet = await WithCanaryAsync();

        var views = fleet.State.Versions.Select(version => ModelView.Of(version, fleet.State)).ToList();

        views.Select(view => (view.Role, view.CanaryShare)).ShouldBe([("champion", null), ("canary", 0.01)]);
    }

    private static async Task<Fleet> WithShadowAsync(bool flip = true, params (string Key, string Value)[] settings)
    {
        var fleet = await Fleet.StartAsync(
            new World(9) { Weights = row => row < 3_000 || !flip ? [1.5, 1, -1, 0.5] : [-1.5, -1, 1, -0.5] },
            settings: [_canary, ("DisabledResponses:0", DecisionActions.Replace), ("DisabledResponses:1", flip ? "none" : "quality"), .. settings]);
        await fleet.ServeAsync(3_500);
        // What a person orders goes through shadow, however good it looks.
        fleet.Receive(new RetrainModel("hits", Ordered, "a person", "to see", null));
        await fleet.DrainAsync();
        fleet.State.ShadowVersion.ShouldBe(2);
        return fleet;
    }

    private static async Task<Fleet> WithCanaryAsync(bool flip = true, params (string Key, string Value)[] settings)
    {
        var fleet = await WithShadowAsync(flip, settings);
        while (fleet.State.Release!.Phase == ReleasePhase.Shadow) await fleet.StepAsync(Step);
        fleet.State.Release.Phase.ShouldBe(ReleasePhase.Canary);
        return fleet;
    }

    private static List<(string Stage, int Champion, int? Shadow, double? Share)> Releases(Fleet fleet) =>
        [.. fleet.Bus.Of<ReleaseChanged>().Where(change => change.UpdateId == Ordered).Select(change => (change.Stage, change.Champion.Version, change.Shadow?.Version, change.CanaryShare))];

    private static (long Row, double? Share, string Reason) Told(Fleet fleet) => (fleet.State.Release!.Change.Row, fleet.State.Release.Change.CanaryShare, fleet.State.Release.Change.Reason);
}
