namespace MonitoringDemo.InferenceLog;

/// <summary>Appends to a log. Thread-safe; a record is acknowledged when the call returns, and nothing is appended when it throws.</summary>
public interface ILogWriter : IDisposable
{
    /// <summary>The ordinal of the next record.</summary>
    long NextOrdinal { get; }

    /// <summary>The number of the next row, history or served.</summary>
    long NextRow { get; }

    /// <summary>The first row that retention has not deleted.</summary>
    long FirstRow { get; }

    /// <summary>The schema of the rows; null until it is written.</summary>
    byte[]? Schema { get; }

    /// <summary>Establishes the schema; the same bytes again are fine.</summary>
    /// <exception cref="SchemaConflictException">The log has another one.</exception>
    void WriteSchema(ReadOnlySpan<byte> schema);

    /// <summary>Appends rows with known labels; <c>FirstRow</c> must be <see cref="NextRow"/>.</summary>
    LogPosition AppendHistory(HistoryBatch batch);

    /// <summary>Appends rows served and numbers them.</summary>
    /// <param name="rows">The rows; copied before the call returns.</param>
    /// <param name="firstRow">The number that the first one got.</param>
    LogPosition AppendPredictions(in PredictionRows rows, out long firstRow);

    /// <summary>Appends what happened to rows served before. That none of them had an outcome is the caller's business.</summary>
    LogPosition AppendOutcomes(OutcomeBatch batch);

    /// <summary>Appends that other models serve from now on; <c>Row</c> must be <see cref="NextRow"/>.</summary>
    LogPosition AppendModelChange(ModelChange change);

    /// <summary>Appends that data were accepted as they are; <c>Row</c> must be <see cref="NextRow"/>.</summary>
    LogPosition AppendAcceptedData(AcceptedData accepted);
}
