using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>Accuracy over all rows from the first on, in a bounded number of points: when they become too many, each two become one.</summary>
internal sealed class StoryLine
{
    public const int PointsAtMost = 400;

    private List<AccuracyPoint> _points;

    public StoryLine(IEnumerable<AccuracyPoint>? points, int rowsPerPoint) =>
        (_points, RowsPerPoint) = ([.. points ?? []], Math.Max(rowsPerPoint, AccuracyLine.RowsPerPoint));

    /// <summary>How long the stretch of one point is; it doubles now and then.</summary>
    public int RowsPerPoint { get; private set; }

    /// <summary>A copy: it is serialised outside the lock.</summary>
    public IReadOnlyList<AccuracyPoint> Items => [.. _points];

    /// <summary>The points that changed: one, or all of them when the stretches have become longer.</summary>
    public IReadOnlyList<AccuracyPoint> Add(long row, AccuracyMeasured accuracy)
    {
        var news = new AccuracyPoint(EndOf(row), accuracy.Outcomes, accuracy.FleetCorrect, accuracy.StaticCorrect);
        if (_points.Count > 0 && _points[^1].Row >= news.Row)
            _points[^1] = Sum(_points[^1].Row, [_points[^1], news]);
        else
            _points.Add(news);
        if (_points.Count <= PointsAtMost)
            return [_points[^1]];

        RowsPerPoint *= 2;
        _points = [.. _points.GroupBy(point => EndOf(point.Row)).Select(stretch => Sum(stretch.Key, stretch))];
        return Items;
    }

    private static AccuracyPoint Sum(long row, IEnumerable<AccuracyPoint> points) => points.Aggregate(
        new AccuracyPoint(row, 0, 0, 0),
        (sum, point) => new AccuracyPoint(row, sum.Outcomes + point.Outcomes, sum.FleetCorrect + point.FleetCorrect, sum.StaticCorrect + point.StaticCorrect));

    private long EndOf(long row) => (row + RowsPerPoint - 1) / RowsPerPoint * RowsPerPoint;
}
