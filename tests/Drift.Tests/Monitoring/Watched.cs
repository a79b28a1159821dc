using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Drift.Monitoring.Plan;

namespace MonitoringDemo.Drift.Tests.Monitoring;

/// <summary>A monitor that is fed a world: history, then rows in batches, with outcomes some rows late.</summary>
internal sealed class Watched
{
    private readonly Queue<(long Row, byte Label)> _due = new();
    private readonly int _delay;

    public Watched(SongWorld world, int history = 5_000, int delay = 200, MonitorOptions? options = null, TestCatalog? catalog = null, HeldOutErrors heldOut = default)
    {
        (World, _delay, Monitor) = (world, delay, new ModelMonitor(SongWorld.Schema, options, catalog: catalog));
        var rows = new double[history * SongWorld.Schema.Count];
        for (var i = 0; i < history; i++) world.NextRow().CopyTo(rows, i * SongWorld.Schema.Count);
        Monitor.AddHistory(0, rows);
        Monitor.ChangeModel(history, 1, 0, history, heldOut: heldOut);
    }

    public SongWorld World { get; }

    public ModelMonitor Monitor { get; set; }

    public int Version { get; set; } = 1;

    public List<DriftFinding> Findings { get; } = [];

    public List<FindingEnd> Ended { get; } = [];

    /// <summary>While it is false no outcome comes; later they come one a row, as late as they then are.</summary>
    public bool OutcomesCome { get; set; } = true;

    /// <summary>Which outcomes are told at all, by their label.</summary>
    public Func<byte, bool> IsReported { get; set; } = static _ => true;

    /// <summary>How many rows are asked for between two looks at the report.</summary>
    public int Pump { get; set; } = 500;

    public MonitorReport? Report { get; private set; }

    public Watched RunTo(long row)
    {
        while (Monitor.NextRow < row) Step((int)Math.Min(Pump, row - Monitor.NextRow));
        return this;
    }

    public void Promote(long trainedFrom, long trainedTo)
    {
        Version++;
        Monitor.ChangeModel(Monitor.NextRow, Version, trainedFrom, trainedTo);
    }

    private void Step(int count)
    {
        var first = Monitor.NextRow;
        for (var i = 0; i < count; i++)
        {
            var (features, score) = (World.NextRow(), World.NextScore());
            Monitor.AddPredictions(first + i, features, [score], [score], Version);
            _due.Enqueue((first + i, World.LabelFor(score)));
            if (!OutcomesCome || _due.Peek().Row + _delay > first + i) continue;
            var (row, label) = _due.Dequeue();
            if (IsReported(label)) Monitor.AddOutcomes([row], [label]);
        }

        Report = Monitor.Check();
        Findings.AddRange(Report.Findings);
        Ended.AddRange(Report.Ended);
    }
}
