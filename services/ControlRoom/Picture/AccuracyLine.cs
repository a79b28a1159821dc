using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>Accuracy over the newest rows, one point per stretch, so that its size depends on the rows shown and not on how often it is measured.</summary>
internal sealed class AccuracyLine
{
    public const int RowsShown = 20_000;
    public const int RowsPerPoint = 100;

    private readonly KeyedList<long, AccuracyPoint> _points = new(p => p.Row, RowsShown / RowsPerPoint);

    public IReadOnlyList<AccuracyPoint> Items => _points.Items;

    public void PutAll(IEnumerable<AccuracyPoint>? points) => _points.PutAll(points);

    /// <summary>Adds to the stretch that the row lies in, and forgets what is no longer shown.</summary>
    public AccuracyPoint Add(long row, AccuracyMeasured accuracy)
    {
        var end = (row + RowsPerPoint - 1) / RowsPerPoint * RowsPerPoint;
        var point = _points.TryGet(end, out var known) ? known : new AccuracyPoint(end, 0, 0, 0);
        _points.RemoveWhere(p => p.Row <= end - RowsShown);
        return _points.Put(new AccuracyPoint(end, point.Outcomes + accuracy.Outcomes,
            point.FleetCorrect + accuracy.FleetCorrect, point.StaticCorrect + accuracy.StaticCorrect));
    }
}
