namespace MonitoringDemo.InferenceLog.Tests;

/// <summary>A directory of its own for one test, and the records that tests write.</summary>
public sealed class LogDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("inference-log-").FullName;

    public string[] Segments => [.. Directory.GetFiles(Path, "*.log").Order(StringComparer.Ordinal)];

    public static PredictionBatch Batch(long firstRow, int count, int featureCount = 3, string? requestId = null)
    {
        var features = new double[count * featureCount];
        for (var i = 0; i < features.Length; i++) features[i] = firstRow + i + 0.25;
        double[] scores = [.. Enumerable.Range(0, count).Select(i => (firstRow + i) % 10 / 10.0)];
        return new PredictionBatch(firstRow, featureCount, features, 2, scores, scores, 0, [], requestId, null);
    }

    public List<LogRecord> ReadAll(long from = 0, TruncatedReads truncated = TruncatedReads.Throw)
    {
        using var reader = InferenceLogReader.Open(Path, from, truncated);
        var records = new List<LogRecord>();
        while (reader.TryRead(out var record)) records.Add(record);
        return records;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
