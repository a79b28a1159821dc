namespace MonitoringDemo.InferenceLog;

/// <summary>Refuses batches whose arrays do not fit each other, before a byte is written.</summary>
internal static class BatchShape
{
    public static void CheckRow(long row, long nextRow)
    {
        if (row != nextRow)
            throw new ArgumentException($"The log's next row is {nextRow}, the batch begins at {row}: rows are appended in order, without gaps.");
    }

    public static void Check(HistoryBatch batch)
    {
        CheckFeatures(batch.Features.Length, batch.Count, batch.FeatureCount);
        CheckTimes(batch.EventTimes.Length, batch.Count);
    }

    public static void Check(in PredictionRows rows)
    {
        var count = rows.Scores.Length;
        CheckFeatures(rows.Features.Length, count, rows.FeatureCount);
        if (rows.StaticScores.Length != count)
            throw new ArgumentException($"{count} scores need as many static scores, not {rows.StaticScores.Length}.");
        if (rows.ShadowScores.Length != (rows.ShadowVersion == 0 ? 0 : count))
            throw new ArgumentException($"{rows.ShadowScores.Length} shadow scores do not fit {count} scores and shadow version {rows.ShadowVersion}.");
        if (rows.ByCanary && rows.ShadowVersion == 0)
            throw new ArgumentException("Rows that a canary answered need the champion's scores beside them, as those of the shadow.");
        if (rows.ScoreNanoseconds < 0 || rows.ShadowNanoseconds < 0 || (rows.ScoreNanoseconds > 0) != (rows.ShadowNanoseconds > 0) || (rows.ScoreNanoseconds > 0 && rows.ShadowVersion == 0))
            throw new ArgumentException($"Two versions are timed on the same rows, or none: {rows.ScoreNanoseconds} ns and {rows.ShadowNanoseconds} ns do not fit shadow version {rows.ShadowVersion}.");
        CheckTimes(rows.EventTimes.Length, count);
    }

    public static void Check(OutcomeBatch batch)
    {
        if (batch.Rows.Length != batch.Labels.Length)
            throw new ArgumentException($"{batch.Rows.Length} rows need as many labels, not {batch.Labels.Length}.");
    }

    private static void CheckTimes(int times, int count)
    {
        if (times != 0 && times != count)
            throw new ArgumentException($"{count} rows need as many event times, or none at all, not {times}.");
    }

    private static void CheckFeatures(int values, int count, int featureCount)
    {
        if (values != count * featureCount)
            throw new ArgumentException($"{count} rows of {featureCount} features need {count * featureCount} values, not {values}.");
    }
}
