using MonitoringDemo.DetectionQuality.Budget;
using MonitoringDemo.Drift.Monitoring;

namespace MonitoringDemo.DetectionQuality.Speed;

/// <summary>How fast the whole monitor takes rows of twenty features with their outcomes, and what it takes of memory.</summary>
internal sealed class MonitorSpeed
{
    private const int History = 5_000;
    private const int Batch = 500;
    private const int Rows = 100_000;

    private readonly ModelMonitor _monitor = new(StationaryWorld.Schema);
    private readonly double[] _features = new double[Rows * StationaryWorld.Schema.Count];
    private readonly double[] _scores = new double[Rows];
    private readonly byte[] _labels = new byte[Rows];
    private readonly long[] _numbers = new long[Batch];

    private MonitorSpeed()
    {
        var (world, width) = (new StationaryWorld(1), StationaryWorld.Schema.Count);
        for (var i = 0; i < Rows; i++)
        {
            _scores[i] = world.Next(_features.AsSpan(i * width, width));
            _labels[i] = world.LabelFor(_scores[i]);
        }

        _monitor.AddHistory(0, _features.AsSpan(0, History * width));
        _monitor.ChangeModel(History, 1, 0, History);
    }

    public static (double RowsPerSecond, double AllocatedPerRow, long StateAtFirst, long StateAtLast) Measure(long rows)
    {
        var speed = new MonitorSpeed();
        speed.Feed(2 * Rows);
        var atFirst = speed.StateSize();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (long fed = 0; fed < rows; fed += Rows) speed.Feed(Rows);
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)rows;
        var atLast = speed.StateSize();
        return (Stopwatches.Median(() => speed.Feed(5 * Rows)), allocated, atFirst, atLast);
    }

    private long StateSize() => _monitor.Save().Bytes.Length;

    private long Feed(int rows)
    {
        var width = StationaryWorld.Schema.Count;
        for (var done = 0; done < rows; done += Batch)
        {
            var (next, at) = (_monitor.NextRow, done % Rows);
            for (var i = 0; i < Batch; i++) _numbers[i] = next + i;
            var scores = _scores.AsSpan(at, Batch);
            _monitor.AddPredictions(next, _features.AsSpan(at * width, Batch * width), scores, scores, 1);
            _monitor.AddOutcomes(_numbers, _labels.AsSpan(at, Batch));
        }

        return rows;
    }
}
