namespace MonitoringDemo.InferenceLog.Erase;

/// <summary>By what the rows of one subject are found.</summary>
/// <param name="RequestId">What the caller named the request; null when it is not that.</param>
/// <param name="Feature">The place of a feature in the schema, when the subject is named by a value.</param>
/// <param name="Value">That value, or the code of that category.</param>
/// <param name="Row">One row by its number, as in the prediction id <c>p-17</c>.</param>
public sealed record SubjectKey(string? RequestId = null, int? Feature = null, double Value = 0, long? Row = null)
{
    /// <summary>The subject's rows among those of a record.</summary>
    /// <param name="record">A record of any kind; only predictions and history hold rows.</param>
    public IEnumerable<long> RowsIn(LogRecord record) => record switch
    {
        PredictionBatch batch => Enumerable.Range(0, batch.Count).Where(i => Is(batch.RequestId, batch.FirstRow + i, batch.Row(i))).Select(i => batch.FirstRow + i),
        HistoryBatch batch => Enumerable.Range(0, batch.Count).Where(i => Is(null, batch.FirstRow + i, batch.Features.AsSpan(i * batch.FeatureCount, batch.FeatureCount))).Select(i => batch.FirstRow + i),
        _ => [],
    };

    private bool Is(string? requestId, long row, ReadOnlySpan<double> values) =>
        RequestId is not null ? requestId == RequestId : Feature is { } feature ? feature < values.Length && values[feature] == Value : row == Row;
}
