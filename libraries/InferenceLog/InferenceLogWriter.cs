using MonitoringDemo.InferenceLog.Frames;
using MonitoringDemo.InferenceLog.Segments;

namespace MonitoringDemo.InferenceLog;

/// <summary>Appends to the files of a log. One per directory.</summary>
public sealed class InferenceLogWriter : ILogWriter
{
    private readonly Lock _gate = new();
    private readonly FrameBuffer _frame = new();
    private readonly InferenceLogOptions _options;
    private readonly FileStream _lockFile;
    private readonly LogTail _tail;
    private readonly SegmentChain _segments;

    private InferenceLogWriter(string directory, InferenceLogOptions options, FileStream lockFile)
    {
        (Directory, _options, _lockFile) = (directory, options, lockFile);
        var end = LogRecovery.Of(directory);
        (NextOrdinal, NextRow) = (end.NextOrdinal, end.NextRow);
        _segments = new SegmentChain(directory, options, end);
        Schema = SchemaFile.Read(directory);
        FirstRow = Retention.FirstRowIn(directory);
        _tail = LogTail.Open(directory, NextOrdinal);
    }

    /// <summary>Where the log lives.</summary>
    public string Directory { get; }

    /// <inheritdoc/>
    public long NextOrdinal { get; private set; }

    /// <inheritdoc/>
    public long NextRow { get; private set; }

    /// <inheritdoc/>
    public long FirstRow { get; private set; }

    /// <inheritdoc/>
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

    /// <inheritdoc/>
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

    /// <inheritdoc/>
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
            return AppendPredictions(batch.AsRows(), out _);
        }
    }

    /// <inheritdoc/>
    public LogPosition AppendPredictions(in PredictionRows rows, out long firstRow)
    {
        BatchShape.Check(rows);
        lock (_gate)
        {
            firstRow = NextRow;
            _frame.Begin();
            _frame.Put(rows);
            return Append(RecordType.Predictions, rows.Scores.Length, RecordEncoder.VersionOf(rows));
        }
    }

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public LogPosition AppendModelChange(ModelChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
        {
            BatchShape.CheckRow(change.Row, NextRow);
            _frame.Begin();
            _frame.Put(change);
            return Append(RecordType.ModelChange, 0, RecordEncoder.VersionOf(change));
        }
    }

    /// <inheritdoc/>
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

    /// <summary>Appends a record of another log as it stands there, with its own number, time and rows. Where it does not follow on the one before, the log has a hole.</summary>
    /// <param name="frame">The bytes of the record, which <see cref="LogFrames.Read"/> has checked.</param>
    /// <exception cref="ArgumentException">The log has a record of that number, or has rows beyond it.</exception>
    public LogPosition AppendFrame(ReadOnlySpan<byte> frame)
    {
        var header = FrameHeader.Read(frame);
        lock (_gate)
        {
            if (header.Ordinal < NextOrdinal || header.AtRow < NextRow)
                throw new ArgumentException($"The log's next record is {NextOrdinal} at row {NextRow}; record {header.Ordinal} at row {header.AtRow} cannot follow.");

            return Append(header, frame);
        }
    }

    /// <summary>Closes the log and lets another writer open it.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _tail.Close(Directory);
            _segments.Dispose();
            _lockFile.Dispose();
        }
    }

    private LogPosition Append(RecordType type, int count, byte version = FrameHeader.First)
    {
        var header = new FrameHeader(type, count, NextOrdinal, _options.Clock.GetUtcNow().UtcTicks, NextRow, version);
        return Append(header, _frame.Seal(header));
    }

    private LogPosition Append(in FrameHeader header, ReadOnlySpan<byte> frame)
    {
        var (position, beginsElsewhere) = _segments.Append(header.Ordinal, follows: header.Ordinal == NextOrdinal, frame);
        NextOrdinal = header.Ordinal + 1;
        NextRow = header.NextRow;
        _tail.NextOrdinal = NextOrdinal;
        if (beginsElsewhere) FirstRow = Retention.FirstRowIn(Directory);
        return position;
    }
}
