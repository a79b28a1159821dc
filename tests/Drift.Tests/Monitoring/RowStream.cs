using MonitoringDemo.Drift.Monitoring;

namespace MonitoringDemo.Drift.Tests.Monitoring;

/// <summary>A monitor that is fed songs of a world, a row a minute.</summary>
internal sealed class RowStream(ulong seed)
{
    private const int History = 5_000;
    private const long Begin = 1_700_000_000_000;
    private const long Minute = 60_000;

    private readonly SongWorld _world = new(seed);
    private ModelMonitor? _monitor;

    /// <summary>Changes a row before it is sent.</summary>
    public Action<long, double[]>? Change { get; set; }

    /// <summary>The time that a row tells, of its number and the true time.</summary>
    public Func<long, long, long>? TimeOf { get; init; }

    public List<DriftFinding> Findings { get; } = [];

    public List<FindingEnd> Ended { get; } = [];

    public void RunTo(long end)
    {
        var monitor = _monitor ??= Start();
        while (monitor.NextRow < end) monitor.AddPredictions(monitor.NextRow, Row(monitor.NextRow), [0.5], [0.5], 1, [Time(monitor.NextRow)]);
        var report = monitor.Check();
        Findings.AddRange(report.Findings.Where(finding => finding.Kind == DriftFindingKind.DataQuality));
        Ended.AddRange(report.Ended.Where(end => end.Finding.Kind == DriftFindingKind.DataQuality));
    }

    public byte[] Save() => _monitor!.Save().Bytes;

    public void Resume() => _monitor = ModelMonitor.Resume(_monitor!.Save(), SongWorld.Schema);

    private ModelMonitor Start()
    {
        var monitor = new ModelMonitor(SongWorld.Schema);
        for (var row = 0L; row < History; row++) monitor.AddHistory(row, Row(row), [Time(row)]);
        monitor.ChangeModel(History, 1, 0, History);
        return monitor;
    }

    private double[] Row(long row)
    {
        var values = _world.NextRow();
        Change?.Invoke(row, values);
        return values;
    }

    private long Time(long row)
    {
        var usual = Begin + (row * Minute) + (long)(_world.Uniform() * Minute);
        return TimeOf?.Invoke(row, usual) ?? usual;
    }
}
