using MonitoringDemo.LiveStory.Measuring;
using MonitoringDemo.LiveStory.Playing;

namespace MonitoringDemo.LiveStory.Tests.Measuring;

public sealed class AlertToldTests
{
    private static readonly AccuracyRecovery s_downUntil4000 = new(0.8, 0.1, 4_000, [(3_050, 4_000)]);

    [Fact]
    public void One_that_is_resolved_while_accuracy_is_down_was_resolved_too_early()
    {
        var told = Told(Alert(3_230, 3_500), Alert(3_600, 4_200));

        told.RaisedAt.ShouldBe(3_230);
        told.ResolvedAt.ShouldBe(4_200);
        told.ResolvedBeforeRecovery.ShouldBe([3_500]);
    }

    [Fact]
    public void One_that_was_over_before_the_change_could_be_known_is_about_something_else()
    {
        var told = Told(Alert(2_500, 3_100));

        told.RaisedAt.ShouldBeNull();
        told.ResolvedBeforeRecovery.ShouldBeEmpty();
    }

    [Fact]
    public void One_that_was_open_already_tells_it_as_soon_as_it_can_be_known()
    {
        var told = Told(Alert(2_500, null));

        told.RaisedAt.ShouldBe(3_200);
        told.ResolvedAt.ShouldBeNull();
    }

    private static AlertTold Told(params IReadOnlyList<AlertShown> alerts) => AlertTold.Measure(alerts, s_downUntil4000, firstOutcome: 3_200, end: 6_000);

    private static AlertShown Alert(long raised, long? resolved) => new($"alert-{raised}", "PerformanceDropped", "", raised, resolved, null);
}
