using MonitoringDemo.LiveStory.Measuring;

namespace MonitoringDemo.LiveStory.Tests.Measuring;

public sealed class AccuracyRecoveryTests
{
    [Fact]
    public void It_is_down_from_the_fall_until_285_of_the_last_300_are_right()
    {
        var songs = Songs.Of((3_000, true, true), (500, false, true), (1_000, true, true));

        var recovery = AccuracyRecovery.Measure(songs, press: 3_000, end: 4_500);

        recovery.Before.ShouldBe(1);
        recovery.Lowest.ShouldBe(0);
        recovery.BackAt.ShouldBe(3_784);
        recovery.IsDownAt(3_100).ShouldBeTrue();
        recovery.IsDownAt(3_783).ShouldBeTrue();
        recovery.IsDownAt(3_784).ShouldBeFalse();
    }

    [Fact]
    public void What_does_not_come_back_stays_down()
    {
        var songs = Songs.Of((3_000, true, true), (1_000, false, true));

        var recovery = AccuracyRecovery.Measure(songs, press: 3_000, end: 4_000);

        recovery.BackAt.ShouldBeNull();
        recovery.IsDownAt(3_999).ShouldBeTrue();
    }

    [Fact]
    public void What_does_not_fall_is_back_at_once()
    {
        var songs = Songs.Of((3_000, true, true), (1_000, true, false));

        var recovery = AccuracyRecovery.Measure(songs, press: 3_000, end: 4_000);

        recovery.BackAt.ShouldBe(3_000);
        recovery.Down.ShouldBeEmpty();
    }
}
