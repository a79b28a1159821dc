using System.Diagnostics.CodeAnalysis;

namespace MonitoringDemo.InferenceLog.Tests;

/// <summary>The least that keeps the contract: a list. What a dying writer left half written is a null at its end.</summary>
internal sealed class MemoryLog : IInferenceLog
{
    private const int BytesARecord = 250;
    private readonly List<LogRecord?> _records = [];
    private long _first;
    private long _nextRow;
    private byte[]? _schema;
    private bool _isWritten;

    public ILogWriter OpenWriter(InferenceLogOptions? options = null)
    {
        if (_isWritten) throw new LogInUseException("The log in memory has a writer.");
        _isWritten = true;
        _records.Remove(null);
        return new Writer(this, options ?? new InferenceLogOptions());
    }

    public ILogReader OpenReader(long fromOrdinal = 0, TruncatedReads truncated = TruncatedReads.Throw, bool shares = false) => new Reader(this, fromOrdinal, truncated);

    public bool TryReadAt(LogPosition position, [MaybeNullWhen(false)] out LogRecord record)
    {
        lock (_records)
        {
            record = position.Ordinal >= _first && position.Ordinal < _records.Count ? _records[(int)position.Ordinal] : null;
            return record is not null;
        }
    }

    public void TearTail()
    {
        _nextRow = _records[^1]!.AtRow;
        _records[^1] = null;
    }

    private sealed class Writer(MemoryLog log, InferenceLogOptions options) : ILogWriter
    {
        public long NextOrdinal => log._records.Count;

        public long NextRow => log._nextRow;

        public long FirstRow => log._records.Count == 0 ? 0 : log._records[(int)log._first]!.AtRow;

        public byte[]? Schema => log._schema;

        public void WriteSchema(ReadOnlySpan<byte> schema)
        {
            log._schema ??= schema.ToArray();
            if (!schema.SequenceEqual(log._schema)) throw new SchemaConflictException();
        }

        public LogPosition AppendHistory(HistoryBatch batch)
        {
            BatchShape.Check(batch);
            BatchShape.CheckRow(batch.FirstRow, NextRow);
            return Append(batch, batch.Count);
        }

        public LogPosition AppendPredictions(in PredictionRows rows, out long firstRow)
        {
            BatchShape.Check(rows);
            firstRow = NextRow;
            var batch = new PredictionBatch(
                firstRow, rows.FeatureCount, rows.Features.ToArray(), rows.ModelVersion, rows.Scores.ToArray(), rows.StaticScores.ToArray(),
                rows.ShadowVersion, rows.ShadowScores.ToArray(), rows.RequestId, rows.TraceParent)
            {
                EventTimes = rows.EventTimes.ToArray(),
                ByCanary = rows.ByCanary,
                ScoreNanoseconds = rows.ScoreNanoseconds,
                ShadowNanoseconds = rows.ShadowNanoseconds,
            };
            return Append(batch, batch.Count);
        }

        public LogPosition AppendOutcomes(OutcomeBatch batch)
        {
            BatchShape.Check(batch);
            return Append(batch, 0);
        }

        public LogPosition AppendModelChange(ModelChange change)
        {
            BatchShape.CheckRow(change.Row, NextRow);
            return Append(change, 0);
        }

        public LogPosition AppendAcceptedData(AcceptedData accepted)
        {
            BatchShape.CheckRow(accepted.Row, NextRow);
            return Append(accepted, 0);
        }

        public void Dispose() => log._isWritten = false;

        private LogPosition Append(LogRecord record, int rows)
        {
            lock (log._records)
            {
                var position = new LogPosition(NextOrdinal);
                log._records.Add(record with { Ordinal = NextOrdinal, Time = options.Clock.GetUtcNow(), AtRow = NextRow, Position = position });
                log._nextRow += rows;
                log._first = Math.Max(log._first, NextOrdinal - (options.RetainBytes / BytesARecord));
                return position;
            }
        }
    }

    private sealed class Reader(MemoryLog log, long fromOrdinal, TruncatedReads truncated) : ILogReader
    {
        public long NextOrdinal { get; private set; } = fromOrdinal;

        public bool HasSchema => log._schema is not null;

        public ReadOnlyMemory<byte> Schema => log._schema ?? throw new InvalidOperationException("The log in memory has no schema yet.");

        public bool TryRead([MaybeNullWhen(false)] out LogRecord record)
        {
            lock (log._records)
            {
                if (NextOrdinal < log._first && truncated == TruncatedReads.Throw || NextOrdinal > log._records.Count)
                    throw new LogTruncatedException($"Record {NextOrdinal} is gone.", NextOrdinal < log._first ? log._first : log._records.Count);

                NextOrdinal = Math.Max(NextOrdinal, log._first);
                record = NextOrdinal < log._records.Count ? log._records[(int)NextOrdinal] : null;
                if (record is null) return false;

                NextOrdinal++;
                return true;
            }
        }

        public void Dispose()
        {
        }
    }
}
