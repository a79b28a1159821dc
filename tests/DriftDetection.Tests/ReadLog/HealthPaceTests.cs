using Microsoft.Extensions.Time.Testing;
using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.DriftDetection.ReadLog;

namespace MonitoringDemo.DriftDetection.Tests.ReadLog;

public sealed class HealthPaceTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void However_slow_the_stream_a_page_hears_of_it_after_a_quarter_of_a_second()
    {
        var pace = new HealthPace(new DriftDetectionOptions(), _time);
        pace.Next(Health(100));

        var atOnce = pace.Next(Health(110, outcomes: 9));
        _time.Advance(TimeSpan.FromMilliseconds(250));
        var later = pace.Next(Health(120, outcomes: 8));

        atOnce.ShouldBeNull();
        later.ShouldNotBeNull();
        (later.Row, later.Accuracy!.Outcomes).ShouldBe((120, 17));
    }

    [Fact]
    public void The_last_rows_before_a_pause_are_told_once()
    {
        var pace = new HealthPace(new DriftDetectionOptions(), _time);
        pace.Next(Health(100));
        pace.Next(Health(110, outcomes: 9));

        _time.Advance(TimeSpan.FromSeconds(1));
        var late = pace.Due();
        _time.Advance(TimeSpan.FromSeconds(1));
        var again = pace.Due();

        late.ShouldNotBeNull().Row.ShouldBe(110);
        again.ShouldBeNull();
    }

    [Fact]
    public void Without_time_only_rows_count()
    {
        var pace = new HealthPace(new DriftDetectionOptions { HealthEveryRows = 250 }, time: null);
        pace.Next(Health(100));

        var early = pace.Next(Health(349));
        var due = pace.Next(Health(350));

        early.ShouldBeNull();
        due.ShouldNotBeNull().Row.ShouldBe(350);
    }

    private static MonitorHealth Health(long row, int outcomes = 10) => new(row, 1, -1, [], null, new AccuracySince(outcomes, outcomes, outcomes));
}
