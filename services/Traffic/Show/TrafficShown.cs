using MonitoringDemo.Traffic.Live;

namespace MonitoringDemo.Traffic.Show;

/// <summary>What the pump saved last, for other threads to read.</summary>
internal sealed class TrafficShown : IWorldTruth
{
    private volatile TrafficPicture? _picture;
    private volatile WorldTruth? _truth;

    /// <summary>Null until the live loop has begun. Of a secret scenario nothing stands in it.</summary>
    public TrafficPicture? Picture => _picture;

    public WorldTruth? Now => _truth;

    public void Show(TrafficCourse course)
    {
        var (state, running) = (course.State, course.Running);
        var (now, told) = (course.Now, state.WorldTold);
        var (year, inverted) = course.IsSecret && told is not null ? (told.Year, told.TasteInverted) : (now.Year, now.TasteInverted);
        var shown = running is { IsSecret: false } open ? new RunningScenario(open.ScenarioId, open.FromRow, open.EndRow) : null;
        // Rows of the log run ahead of the songs once somebody else asks for predictions too.
        var ahead = state.Acknowledged is [.., var last] ? last.Id - last.Row : 0;
        _picture = new TrafficPicture(state.NextRow, state.Pace, state.Seed, year, inverted, shown);
        _truth = new WorldTruth(state.NextRow + ahead, running?.ScenarioId, running?.FromRow + ahead, running?.EndRow + ahead, running?.IsSecret ?? false);
    }
}
