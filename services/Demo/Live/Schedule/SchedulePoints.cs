namespace MonitoringDemo.Demo.Live.Schedule;

/// <summary>Right answers by stretches of rows, as long as those of the page's own line, and no more than it shows.</summary>
internal sealed class SchedulePoints
{
    private const int RowsPerPoint = 100, RowsShown = 20_000;

    private readonly SortedDictionary<long, SchedulePoint> _points = [];

    /// <summary>Oldest first. Safe to ask from another thread than the one that adds.</summary>
    public IReadOnlyList<SchedulePoint> Newest
    {
        get
        {
            lock (_points) return [.. _points.Values];
        }
    }

    /// <summary>Counts an outcome in the stretch in which it came.</summary>
    public void Add(long atRow, bool isRight)
    {
        var end = (atRow + RowsPerPoint - 1) / RowsPerPoint * RowsPerPoint;
        lock (_points)
        {
            var known = _points.GetValueOrDefault(end) ?? new SchedulePoint(end, 0, 0);
            _points[end] = known with { Outcomes = known.Outcomes + 1, Correct = known.Correct + (isRight ? 1 : 0) };
            while (_points.Keys.First() <= end - RowsShown) _points.Remove(_points.Keys.First());
        }
    }
}
