using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.DriftDetection.ReadLog;

/// <summary>Feeds a monitor with what is new in the log.</summary>
internal sealed class MonitorFeed : IDisposable
{
    // As many links as a span may have by the defaults of OpenTelemetry.
    private const int MostFurther = 128;

    private readonly ILogReader _reader;
    private readonly byte[]? _state;
    private readonly long _reportedUntil;
    private readonly MonitorParts _parts;
    private readonly HashSet<string> _further = new(StringComparer.Ordinal);
    private ModelMonitor? _monitor;

    private MonitorFeed(ILogReader reader, byte[]? state, long reportedUntil, MonitorParts parts) =>
        (_reader, _state, _reportedUntil, _parts) = (reader, state, reportedUntil, parts);

    public long NextOrdinal => _reader.NextOrdinal;

    /// <summary>The monitor; null until the log has a schema.</summary>
    public ModelMonitor? Monitor => _monitor ??= _reader.HasSchema ? NewMonitor() : null;

    /// <summary>Whether all that has been read was reported before.</summary>
    public bool WasReported => _reader.NextOrdinal <= _reportedUntil;

    /// <summary>Whether what comes next is the first that was not.</summary>
    public bool IsAtBorder => _reader.NextOrdinal == _reportedUntil;

    /// <summary>The trace of the request that completed the evidence of the first news of this round.</summary>
    public string? TraceParent { get; private set; }

    /// <summary>The traces of other requests of this round that completed more of it.</summary>
    public IReadOnlyCollection<string> FurtherTraces => _further;

    /// <param name="log">The log.</param>
    /// <param name="nextOrdinal">Where to go on.</param>
    /// <param name="state">The monitor at that place.</param>
    /// <param name="parts">What the monitor is made of.</param>
    public static MonitorFeed GoOn(IInferenceLog log, long nextOrdinal, byte[]? state, MonitorParts parts) =>
        new(log.OpenReader(nextOrdinal, TruncatedReads.Skip, shares: true), state, -1, parts);

    /// <summary>From the start of the log, keeping quiet about what was reported before.</summary>
    public static MonitorFeed StartOver(IInferenceLog log, long reportedUntil, MonitorParts parts) =>
        new(log.OpenReader(0, TruncatedReads.Skip), null, reportedUntil, parts);

    /// <summary>Reads until the end, or as many records as a round allows.</summary>
    /// <returns>How many records were read.</returns>
    public int Read(int atMost)
    {
        TraceParent = null;
        _further.Clear();
        var read = 0;
        string? trace = null;
        while (read < atMost && _reader.TryRead(out var record))
        {
            read++;
            if (record is PredictionBatch { TraceParent: { } parent }) trace = parent;
            var news = Monitor?.News ?? 0;
            Take(record);
            if (Monitor!.News > news && trace is not null) Completed(trace);
            // What lies on both sides of the border must not get into one report.
            if (IsAtBorder) break;
        }

        return read;
    }

    public void Dispose() => _reader.Dispose();

    private void Completed(string trace)
    {
        if (TraceParent is null) TraceParent = trace;
        else if (trace != TraceParent && _further.Count < MostFurther) _further.Add(trace);
    }

    private ModelMonitor NewMonitor()
    {
        var schema = SchemaJson.Read(_reader.Schema.Span);
        return _state is null ? _parts.New(schema) : _parts.Resume(_state, schema);
    }

    private void Take(LogRecord record)
    {
        switch (record)
        {
            case HistoryBatch history:
                Monitor!.AddHistory(history.FirstRow, history.Features, history.EventTimes, history.Labels);
                break;
            // The monitor watches the champion: of rows that a canary answered it is shown what the champion would have answered.
            case PredictionBatch { ByCanary: true } batch:
                Monitor!.AddPredictions(batch.FirstRow, batch.Features, batch.ShadowScores, batch.StaticScores, batch.ShadowVersion, batch.EventTimes);
                break;
            case PredictionBatch batch:
                Monitor!.AddPredictions(batch.FirstRow, batch.Features, batch.Scores, batch.StaticScores, batch.ModelVersion, batch.EventTimes);
                break;
            case OutcomeBatch outcomes:
                Monitor!.AddOutcomes(outcomes.Rows, outcomes.Labels);
                break;
            case ModelChange change:
                Monitor!.ChangeModel(change.Row, change.ChampionVersion, change.TrainedFromRow, change.TrainedToRow, change.Importance, new HeldOutErrors(change.HeldOutRows, change.HeldOutErrors));
                break;
            case AcceptedData accepted:
                Monitor!.AcceptData(accepted.What);
                break;
        }
    }
}
