using MonitoringDemo.Drift.Monitoring;

namespace MonitoringDemo.Drift.Tests.Monitoring;

public sealed class PerformanceFindingTests
{
    [Fact]
    public void A_change_of_model_does_not_end_a_finding_while_the_answers_stay_wrong()
    {
        var watched = Fallen();

        watched.Promote(5_000, 8_500);
        watched.RunTo(9_500);

        watched.Ended.ShouldBeEmpty();
        watched.Monitor.Open.ShouldHaveSingleItem().Kind.ShouldBe(DriftFindingKind.RealisedPerformance);
    }

    [Fact]
    public void It_ends_when_the_answers_of_a_later_model_are_right_again()
    {
        var watched = Fallen();
        watched.Promote(5_000, 8_500);
        watched.RunTo(9_500);

        watched.World.ErrorRate = 0.2;
        watched.Promote(8_000, 9_500);
        watched.RunTo(10_500);

        watched.Ended.ShouldHaveSingleItem().EndedAtRow.ShouldBeInRange(9_700, 10_300);
    }

    [Fact]
    public void What_a_later_model_keeps_to_for_long_is_the_new_normal()
    {
        var watched = Fallen();

        watched.World.ErrorRate = 0.35;
        watched.Promote(8_000, 8_500);
        watched.RunTo(12_000);

        watched.Ended.ShouldHaveSingleItem().EndedAtRow.ShouldBeInRange(8_500 + 1_900, 8_500 + 2_400);
        watched.Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_fall_just_after_a_release_is_held_against_the_model_before()
    {
        var watched = new Watched(new SongWorld(5)).RunTo(8_000);
        watched.Promote(5_000, 8_000);
        watched.RunTo(8_100);

        watched.World.ErrorRate = 0.8;
        watched.RunTo(8_500);

        var finding = watched.Findings.ShouldHaveSingleItem();
        finding.Kind.ShouldBe(DriftFindingKind.RealisedPerformance);
        finding.Summary.ShouldContain("before this model");
    }

    [Fact]
    public void A_second_fall_takes_the_place_of_the_first()
    {
        var watched = Fallen(errors: 0.5);
        watched.World.ErrorRate = 0.35;
        watched.Promote(8_000, 8_500);
        watched.RunTo(9_500);

        watched.World.ErrorRate = 0.9;
        watched.RunTo(10_000);

        watched.Findings.Count.ShouldBe(2);
        watched.Ended.ShouldHaveSingleItem().Finding.Id.ShouldBe(watched.Findings[0].Id);
        watched.Findings[1].Onset.ShouldBeInRange(9_450, 9_550);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_second_fall_is_found_while_the_first_is_not_mended_and_the_new_model_is_a_few_rows_old(bool isPromoted)
    {
        var watched = Fallen(errors: 0.4);
        if (isPromoted) watched.Promote(8_000, 8_500);
        watched.RunTo(8_520);

        watched.World.ErrorRate = 0.8;
        watched.RunTo(8_900);

        watched.Findings.Count.ShouldBe(2);
        watched.Findings[1].Onset.ShouldBeInRange(8_490, 8_550);
        watched.Findings[1].Summary.ShouldContain("since the fall before");
        watched.Ended.ShouldHaveSingleItem().Finding.Id.ShouldBe(watched.Findings[0].Id);
    }

    [Fact]
    public void After_a_second_fall_it_is_well_where_it_was_well_before_the_first()
    {
        var watched = Fallen(errors: 0.4);
        watched.World.ErrorRate = 0.8;
        watched.RunTo(9_000);

        watched.World.ErrorRate = 0.4;
        watched.RunTo(10_000);
        var halfway = watched.Ended.Count;
        watched.World.ErrorRate = 0.15;
        watched.RunTo(11_000);

        halfway.ShouldBe(1);
        watched.Ended.Count.ShouldBe(2);
        watched.Monitor.Open.ShouldBeEmpty();
    }

    private static Watched Fallen(double errors = 0.7)
    {
        var watched = new Watched(new SongWorld(4)).RunTo(8_000);
        watched.World.ErrorRate = errors;
        return watched.RunTo(8_500);
    }
}
