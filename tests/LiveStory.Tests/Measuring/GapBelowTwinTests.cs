using MonitoringDemo.LiveStory.Measuring;

namespace MonitoringDemo.LiveStory.Tests.Measuring;

public sealed class GapBelowTwinTests
{
    [Fact]
    public void A_fleet_that_never_is_below_has_no_gap()
    {
        var songs = Songs.Of((2_000, true, false), (1_000, true, true));

        var gap = GapBelowTwin.Measure(songs, press: 2_000, firstOutcome: 2_200, end: 3_000);

        gap.ShouldBe(new GapBelowTwin(0, 0, 0, 0));
    }

    [Fact]
    public void The_depth_is_that_of_the_last_100_and_of_the_last_1_000_songs()
    {
        var songs = Songs.Of((2_000, true, true), (150, false, true), (1_000, true, true));

        var gap = GapBelowTwin.Measure(songs, press: 2_000, firstOutcome: 2_000, end: 3_150);

        gap.LowestPoints.ShouldBe(100);
        gap.LowestShownPoints.ShouldBe(15, tolerance: 1e-9);
        gap.LongestSongs.ShouldBe(239, "from the sixth wrong song until 94 of the last 100 are right again");
    }

    [Fact]
    public void The_stretch_below_is_counted_from_the_first_outcome_on()
    {
        var songs = Songs.Of((2_000, true, true), (150, false, true), (1_000, true, true));

        var gap = GapBelowTwin.Measure(songs, press: 2_000, firstOutcome: 2_200, end: 3_150);

        gap.LongestSongs.ShouldBe(44);
    }

    [Fact]
    public void Above_again_for_good_is_where_no_later_stretch_loses()
    {
        var songs = Songs.Of((2_000, true, true), (300, false, true), (50, true, false), (100, false, true), (500, true, false));

        var gap = GapBelowTwin.Measure(songs, press: 2_000, firstOutcome: 2_200, end: 2_950);

        gap.AboveAfter.ShouldBe(450);
    }
}
