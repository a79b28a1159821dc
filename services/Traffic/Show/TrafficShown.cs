using MonitoringDemo.Traffic.Live;

namespace MonitoringDemo.Traffic.Show;

/// <summary>What the pump saved last, for other threads to read.</summary>
internal sealed class TrafficShown
{
    private volatile TrafficPicture? _picture;

    /// <summary>Null until the live loop has begun.</summary>
    public TrafficPicture? Picture => _picture;

    public void Show(TrafficCourse course)
    {
        var running = course.Running is { } era ? new RunningScenario(era.ScenarioId, era.FromRow, era.EndRow) : null;
        var now = course.Now;
        _picture = new TrafficPicture(course.State.NextRow, course.State.Pace, course.State.Seed, now.Year, now.TasteInverted, running);
    }
}
