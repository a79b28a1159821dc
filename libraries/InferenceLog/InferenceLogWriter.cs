using MonitoringDemo.InferenceLog.Frames;
using MonitoringDemo.InferenceLog.Segments;

namespace MonitoringDemo.InferenceLog;

/// <summary>Appends to a log. One per directory; thread-safe; a record is acknowledged when the call returns.</summary>
public sealed class InferenceLogWriter : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FrameBuffer _frame = new();
    private readonly InferenceLogOptions _options;
    private readonly FileStream _lockFile;
    private readonly LogTail _tail;
    private SegmentWriter _segment;

    private InferenceLogWriter(string directory, InferenceLogOptions options, FileStream lockFile)
    {
        (Directory, _options, _lockFile) = (directory, options, lockFile);
        var end = LogRecovery.Of(directory);
        (NextOrdinal, NextRow) = (end.NextOrdinal, end.NextRow);
        _segment = new SegmentWriter(directory, end.Segment, end.Length);
        _segment.CutTail();
        Schema = SchemaFile.Read(directory);
        FirstRow = Retention.FirstRowIn(directory);
        _tail = LogTail.Open(directory, NextOrdinal);
    }

    /// <summary>Where the log lives.</summary>
    public string Directory { get; }

    /// <summary>The ordinal of the next record.</summary>
    public long NextOrdinal { get; private set; }

    /// <summary>The number of the next row, history or served.</summary>
    public long NextRow { get; private set; }

    /// <summary>The first row that retention has not deleted.</summary>
    public long FirstRow { get; private set; }

    /// <summary>The schema of the rows; null until it is written.</summary>
    public byte[]? Schema { get; private set; }

    /// <summary>Opens or creates a log and cuts a torn tail.</summary>
    /// <exception cref="LogInUseException">Another writer has it open.</exception>
    /// <exception cref="CorruptLogException">A frame is damaged that is not the last one.</exception>
    public static InferenceLogWriter Open(string directory, InferenceLogOptions? options = null)
    {
        directory = Path.GetFullPath(directory);
        System.IO.Directory.CreateDirectory(directory);
        var lockFile = LockFile.Take(directory);
        try
        {
            return new InferenceLogWriter(directory, options ?? new InferenceLogOptions(), lockFile);
        }
        catch
        {
            lockFile.Dispose();
            throw;
        }
    }

    /// <summary>Establishes the schema; the same bytes again are fine.</summary>
    /// <exception cref="SchemaConflictException">The log has another one.</exception>
    public void WriteSchema(ReadOnlySpan<byte> schema)
    {
        lock (_gate)
        {
            if (Schema is null)
                SchemaFile.Write(Directory, schema);
            else if (!schema.SequenceEqual(Schema))
                throw new SchemaConflictException();

            Schema ??= schema.ToArray();
        }
    }

    /// <summary>Appends rows with known labels; <c>FirstRow</c> must be <see cref="NextRow"/>.</summary>
    public LogPosition AppendHistory(HistoryBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        BatchShape.Check(batch);
        lock (_gate)
        {
            BatchShape.CheckRow(batch.FirstRow, NextRow);
            _frame.Begin();
            _frame.Put(batch);
            return Append(RecordType.History, batch.Count, FrameHeader.VersionFor(batch.EventTimes.Length));
        }
    }

    /// <summary>Appends rows served; <c>FirstRow</c> must be <see cref="NextRow"/>.</summary>
    public LogPosition AppendPredictions(PredictionBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        lock (_gate)
        {
            BatchShape.CheckRow(batch.FirstRow, NextRow);
            return AppendPredictions(new PredictionRows
            {
                FeatureCount = batch.FeatureCount,
                Features = batch.Features,
                ModelVersion = batch.ModelVersion,
                Scores = batch.Scores,
                StaticScores = batch.StaticScores,
                ShadowVersion = batch.ShadowVersion,
                ShadowScores = batch.ShadowScores,
                RequestId = batch.RequestId,
                TraceParent = batch.TraceParent,
                EventTimes = batch.EventTimes,
            }, out _);
        }
    }

    /// <summary>Appends rows served and numbers them.</summary>
    /// <param name="rows">The rows; copied before the call returns.</param>
    /// <param name="firstRow">The number that the first one got.</param>
    public LogPosition AppendPredictions(in PredictionRows rows, out long firstRow)
    {
        BatchShape.Check(rows);
        lock (_gate)
        {
            firstRow = NextRow;
            _frame.Begin();
            _frame.Put(rows);
            return Append(RecordType.Predictions, rows.Scores.Length, FrameHeader.VersionFor(rows.EventTimes.Length));
        }
    }

    /// <summary>Appends what happened to rows served before. That none of them had an outcome is the caller's business.</summary>
    public LogPosition AppendOutcomes(OutcomeBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        BatchShape.Check(batch);
        lock (_gate)
        {
            _frame.Begin();
            _frame.Put(batch);
            return Append(RecordType.Outcomes, batch.Count);
        }
    }

    /// <summary>Appends that other models serve from now on; <c>Row</c> must be <see cref="NextRow"/>.</summary>
    public LogPosition AppendModelChange(ModelChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
        {
            BatchShape.CheckRow(change.Row, NextRow);
            _frame.Begin();
            _frame.Put(change);
            return Append(RecordType.ModelChange, 0, FrameHeader.VersionFor(change.Importance.Length));
        }
    }

    /// <summary>Appends that data were accepted as they are; <c>Row</c> must be <see cref="NextRow"/>.</summary>
    public LogPosition AppendAcceptedData(AcceptedData accepted)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        lock (_gate)
        {
            BatchShape.CheckRow(accepted.Row, NextRow);
            _frame.Begin();
            _frame.Put(accepted);
            return Append(RecordType.AcceptedData, 0);
        }
    }

    /// <summary>Closes the log and lets another writer open it.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _tail.Close(Directory);
            _segment.Dispose();
            _lockFile.Dispose();
        }
    }

    private LogPosition Append(RecordType type, int count, byte version = FrameHeader.First)
    {
        var header = new FrameHeader(type, count, NextOrdinal, _options.Clock.GetUtcNow().UtcTicks, NextRow, version);
        var frame = _frame.Seal(header);
        var rolls = _segment.Length > 0 && _segment.Length + frame.Length > _options.SegmentBytes;
        if (rolls)
        {
            var next = new SegmentWriter(Directory, NextOrdinal, 0);
            _segment.Dispose();
            _segment = next;
        }

        var offset = _segment.Append(frame, _options.Flush == FlushMode.EveryBatch);
        var position = new LogPosition(NextOrdinal, _segment.Segment, offset);
        NextOrdinal++;
        NextRow = header.NextRow;
        _tail.NextOrdinal = NextOrdinal;
        if (rolls && Retention.Apply(Directory, _options.RetainBytes)) FirstRow = Retention.FirstRowIn(Directory);
        return position;
    }
}
