using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Snapshot;

/// <summary>Follows the log: joins predictions with outcomes, and hands out each labelled row once it may be judged.</summary>
internal sealed class RowFeed : IDisposable
{
    private readonly ILogReader _reader;
    private readonly SnapshotOptions _options;
    private readonly Queue<JudgedRow> _waiting = new();
    private readonly Queue<(long FirstRow, long Ordinal)> _batches = new();

    public RowFeed(IInferenceLog log, long fromOrdinal, SnapshotOptions options)
    {
        _reader = log.OpenReader(fromOrdinal, TruncatedReads.Skip, shares: true);
        _options = options;
        ResumeOrdinal = fromOrdinal;
    }

    /// <summary>Null until the schema is in the log.</summary>
    public FeatureSchema? Schema { get; private set; }

    /// <summary>Null until the first row.</summary>
    public RowStore? Rows { get; private set; }

    public bool HistoryIsComplete { get; private set; }

    public long NextOrdinal => _reader.NextOrdinal;

    /// <summary>Where a restart has to begin to hold the same rows.</summary>
    public long ResumeOrdinal { get; private set; }

    public long NextRow => Rows?.Next ?? 0;

    /// <summary>Rows from here on have not been judged yet.</summary>
    public long JudgedTo => NextRow - _options.JudgeMargin;

    /// <summary>Reads what is new, up to a number of records, and hands out the labelled rows that may be judged now.</summary>
    /// <returns>True when there may be more to read.</returns>
    public bool Read(int atMost, Action<JudgedRow> judged, CancellationToken cancellationToken)
    {
        var read = 0;
        while (read < atMost && _reader.TryRead(out var record))
        {
            read++;
            Take(record);
            cancellationToken.ThrowIfCancellationRequested();
        }

        while (_waiting.TryPeek(out var next) && next.Row < JudgedTo)
        {
            _waiting.Dequeue();
            if (Rows!.Holds(next.Row)) judged(next);
        }

        return read == atMost;
    }

    public void Dispose() => _reader.Dispose();

    private void Take(LogRecord record)
    {
        switch (record)
        {
            case HistoryBatch history:
                Store(history.FeatureCount).Add(history);
                HistoryIsComplete |= history.Complete;
                Began(history.FirstRow, record.Ordinal);
                break;
            case PredictionBatch served:
                Store(served.FeatureCount).Add(served);
                Began(served.FirstRow, record.Ordinal);
                break;
            case OutcomeBatch outcomes when Rows is { } rows:
                for (var i = 0; i < outcomes.Count; i++)
                {
                    if (rows.TryLabel(outcomes.Rows[i], outcomes.Labels[i])) _waiting.Enqueue(new JudgedRow(outcomes.Rows[i], record.Ordinal));
                }

                break;
        }
    }

    private RowStore Store(int features)
    {
        Schema ??= SchemaJson.Read(_reader.Schema.Span);
        return Rows ??= new RowStore(features, _options.RecentRows);
    }

    private void Began(long firstRow, long ordinal)
    {
        _batches.Enqueue((firstRow, ordinal));
        while (_batches.TryPeek(out var oldest) && oldest.FirstRow <= Rows!.First)
            ResumeOrdinal = _batches.Dequeue().Ordinal;
    }
}
