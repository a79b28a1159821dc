using MonitoringDemo.Demo.Mystery;
using MonitoringDemo.Demo.Mystery.Case;
using MonitoringDemo.Demo.Mystery.Truth;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Tests.Mystery;

public sealed class MysteryScoringTests
{
    private const long Onset = 8_000;

    [Fact]
    public void The_truth_told_in_time_is_worth_everything_and_silence_next_to_nothing_in_every_scenario()
    {
        var truths = MysteryDraw.Scored.Select(scenario => MysteryTruth.Of(scenario, Onset)).ToList();

        var perfect = truths.Select(truth => MysteryScoring.Of(truth, Told(truth), []).Total);
        var silent = truths.Select(truth => MysteryScoring.Of(truth, null, []).Total);
        var reflex = truths.Select(truth => MysteryScoring.Of(truth, new GivenAnswer(Onset + 100, new MysteryAnswer(RetrainingIsRight: true, Action: MysteryActions.Retrain)), []).Total);

        perfect.ShouldAllBe(points => points == 100);
        silent.ShouldAllBe(points => points == 10);
        reflex.ShouldAllBe(points => points < 50);
    }

    [Theory]
    [InlineData("taste-flip", MysteryCauses.Concept, true, "")]
    [InlineData("unit-change", MysteryCauses.Broken, false, "duration_ms")]
    [InlineData("faster-songs", MysteryCauses.Inputs, false, "tempo")]
    [InlineData("duplicates", MysteryCauses.Broken, false, "")]
    [InlineData("outcomes-stop", MysteryCauses.Labels, false, "")]
    [InlineData("steady", MysteryCauses.Nothing, false, "")]
    public void The_truth_follows_from_the_manifest_and_from_the_songs(string id, string cause, bool retrain, string features)
    {
        var truth = MysteryTruth.Of(Scenario(id), Onset);

        truth.Cause.ShouldBe(cause);
        truth.RetrainingIsRight.ShouldBe(retrain);
        string.Join(',', truth.Features).ShouldBe(features);
    }

    [Fact]
    public void What_is_near_is_worth_a_part_and_what_is_late_or_early_less()
    {
        var truth = MysteryTruth.Of(Scenario("unit-change"), Onset);
        var right = Told(truth);

        var near = MysteryScoring.Of(truth, right with { Answer = right.Answer with { Since = Onset + 1_000 } }, []);
        var far = MysteryScoring.Of(truth, right with { Answer = right.Answer with { Since = Onset - 2_500 } }, []);
        var late = MysteryScoring.Of(truth, right with { Row = Onset + (2 * truth.Length) }, []);
        var early = MysteryScoring.Of(truth, right with { Row = Onset - 1 }, []);
        var tooMany = MysteryScoring.Of(truth, right with { Answer = right.Answer with { Features = ["duration_ms", "tempo", "key"] } }, []);

        near.Since.ShouldBe(8, tolerance: 0.001);
        far.Since.ShouldBe(0);
        late.Promptness.ShouldBe(0);
        early.Promptness.ShouldBe(0);
        tooMany.Features.ShouldBe(7.5, tolerance: 0.001);
    }

    [Fact]
    public void What_was_done_wrongly_costs_points_and_what_was_right_costs_none()
    {
        var (broken, concept) = (MysteryTruth.Of(Scenario("unit-change"), Onset), MysteryTruth.Of(Scenario("taste-flip"), Onset));
        MysteryLine[] trained = [Did(MysteryDeeds.Retrain, "t-1"), new(9_000, MysteryDeeds.Fleet, MysteryDeeds.Released, "", "t-1"), new(9_100, MysteryDeeds.Fleet, MysteryDeeds.Released, "", "its-own")];
        MysteryLine[] much = [.. Enumerable.Range(0, 9).Select(i => Did(MysteryDeeds.Accept, $"a-{i}"))];

        MysteryDamage.Left(broken, trained).ShouldBe(0);
        MysteryDamage.Left(concept, trained).ShouldBe(10);
        MysteryDamage.Left(concept, [Did(MysteryDeeds.Freeze, "f"), Did(MysteryDeeds.Unfreeze, "u")]).ShouldBe(7);
        MysteryDamage.Left(broken, [Did(MysteryDeeds.RollBack, "r"), Did(MysteryDeeds.Freeze, "f")]).ShouldBe(5);
        MysteryDamage.Left(broken, much).ShouldBe(-20);
        MysteryScoring.Of(broken, null, much).Total.ShouldBe(0);
    }

    private static GivenAnswer Told(MysteryTruth truth) => new(Onset + 2_000, new MysteryAnswer(truth.OnsetRow, truth.Cause, truth.Features, truth.RetrainingIsRight, truth.Action));

    private static MysteryLine Did(string what, string updateId) => new(8_500, MysteryDeeds.Team, what, "", updateId);

    private static IScenario Scenario(string id) => ScenarioCatalog.TryGet(id).ShouldNotBeNull();
}
