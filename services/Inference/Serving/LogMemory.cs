using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.Inference.Serving;

/// <summary>What serving must know about the log, kept up with every record and rebuilt from the records on start. Not thread-safe.</summary>
internal sealed class LogMemory(int rememberedRequests)
{
    public RequestWindow Requests { get; } = new(rememberedRequests);

    public OutcomeMap Outcomes { get; } = new();

    public ServedTimes Times { get; } = new();

    /// <summary>The rows before this one are history.</summary>
    public long HistoryRows { get; private set; }

    public bool HistoryComplete { get; private set; }

    public ModelChange? LastChange { get; private set; }

    /// <summary>The oldest change to version 1 that is known: the static twin.</summary>
    public ModelChange? FirstVersion { get; private set; }

    public static LogMemory Rebuild(IInferenceLog log, int rememberedRequests)
    {
        var memory = new LogMemory(rememberedRequests);
        using var reader = log.OpenReader(truncated: TruncatedReads.Skip);
        while (reader.TryRead(out var record)) memory.Take(record);
        return memory;
    }

    public void Take(LogRecord record)
    {
        switch (record)
        {
            case PredictionBatch batch:
                Served(batch.FirstRow, batch.RequestId, batch.Position, batch.Time);
                break;
            case OutcomeBatch batch:
                foreach (var row in batch.Rows.Where(row => row < PredictionIds.RowsEach)) Outcomes.TryAdd(row);
                break;
            case HistoryBatch batch:
                (HistoryRows, HistoryComplete) = (batch.FirstRow + batch.Count, batch.Complete);
                break;
            case ModelChange change:
                LastChange = change;
                if (change.ChampionVersion == 1) FirstVersion ??= change;
                break;
        }
    }

    public void Served(long firstRow, string? requestId, LogPosition position, DateTimeOffset time)
    {
        Requests.Add(requestId, position);
        Times.Add(firstRow, time);
    }
}
