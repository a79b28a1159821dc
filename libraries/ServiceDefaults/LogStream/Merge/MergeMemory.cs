using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.ServiceDefaults.LogStream.Merge;

/// <summary>What has to be known of a merged log to go on with it: made of its own records, and of what was saved where these do not tell. Not thread-safe.</summary>
internal sealed class MergeMemory
{
    private readonly Dictionary<string, OriginLog> _logs = new(StringComparer.Ordinal);
    private readonly Dictionary<long, OriginLog> _byNumber = [];
    private readonly List<RepeatedRows> _repeats = [];

    /// <summary>The first record that does not stand there as it was written; null while one log alone was copied.</summary>
    public long? MergedFrom { get; set; }

    /// <summary>The rows, of the merged log, whose outcomes are known.</summary>
    public OutcomeMap Outcomes { get; } = new();

    public AnsweredRequests Requests { get; } = new();

    public UnmatchedOutcomes Waiting { get; } = new();

    public bool HistoryComplete { get; private set; }

    /// <summary>The newest release that stands there.</summary>
    public long LastRelease { get; private set; }

    public IReadOnlyCollection<OriginLog> Logs => _logs.Values;

    public static MergeMemory Rebuild(InferenceLogFiles files, MergeState? saved)
    {
        var memory = new MergeMemory { MergedFrom = saved?.MergedFrom };
        foreach (var taken in saved?.Logs ?? [])
        {
            var log = memory.Of(taken.Log);
            (log.First, log.NextOrdinal, log.NextRow) = (taken.First, taken.NextOrdinal, taken.NextRow);
        }

        using var frames = files.OpenFrames(0);
        for (var own = files.ReadId(); frames.TryRead(out var frame, out _);)
        {
            var record = LogFrames.Read(frame.Span);
            var isCopied = own is not null && !(record.Ordinal >= memory.MergedFrom);
            memory.Took(record, record.AtRow, LogFrames.OriginOf(frame.Span) ?? (isCopied ? new LogOrigin(own!, record.Ordinal, record.AtRow) : null));
        }

        foreach (var repeat in saved?.Repeats ?? []) memory.Repeated(repeat);
        foreach (var outcome in saved?.Waiting ?? []) memory.Waiting.Add(outcome.Id, outcome.Label);
        return memory;
    }

    public MergeState State() => new(
        MergedFrom, [.. Logs.Select(log => new TakenLog(log.Id, log.First, log.NextOrdinal, log.NextRow))], [.. Waiting.All], [.. _repeats]);

    /// <summary>The log of a name.</summary>
    /// <exception cref="StreamPositionException">Another one has the same number.</exception>
    public OriginLog Of(string id)
    {
        if (_logs.TryGetValue(id, out var known)) return known;
        var log = new OriginLog(id);
        if (!_byNumber.TryAdd(log.Number, log))
            throw new StreamPositionException(
                $"The logs {_byNumber[log.Number].Id} and {id} both have the number {log.Number}, by which prediction ids name them. Let the inference service that wrote the newer one begin anew, with an empty data directory.");
        return _logs[id] = log;
    }

    /// <summary>The log that an id names, or null when nothing of it came yet.</summary>
    public OriginLog? OfNumber(long number) => _byNumber.GetValueOrDefault(number);

    /// <summary>Keeps up with a record that stands in the merged log.</summary>
    /// <param name="record">The record.</param>
    /// <param name="at">The row that came next there.</param>
    /// <param name="origin">Where it was written; null for one that was made here.</param>
    public void Took(LogRecord record, long at, LogOrigin? origin)
    {
        var rows = record switch { HistoryBatch batch => batch.Count, PredictionBatch batch => batch.Count, _ => 0 };
        if (origin is { } from)
        {
            var log = Of(from.Log);
            log.Rows.Add(from.Row, at, rows);
            log.NextOrdinal = Math.Max(log.NextOrdinal, from.Ordinal + 1);
            log.NextRow = Math.Max(log.NextRow, from.Row + rows);
        }

        if (record is HistoryBatch { Complete: true }) HistoryComplete = true;
        else if (record is PredictionBatch answered) Requests.Add(answered, at);
        else if (record is ModelChange change) LastRelease = Math.Max(LastRelease, change.ReleaseSequence);
        else if (record is OutcomeBatch outcomes) foreach (var row in outcomes.Rows) Outcomes.TryAdd(row);
    }

    /// <summary>Rows are left out, and their ids mean the rows that stand there.</summary>
    public void Repeated(RepeatedRows repeat)
    {
        var log = Of(repeat.Log);
        log.Rows.Add(repeat.Row, repeat.At, repeat.Count);
        log.NextRow = Math.Max(log.NextRow, repeat.Row + repeat.Count);
        _repeats.Add(repeat);
    }

    /// <summary>Lets go of rows that are no longer in the merged log.</summary>
    public void Forget(long beforeRow)
    {
        foreach (var log in Logs) log.Rows.Forget(beforeRow);
        _repeats.RemoveAll(repeat => repeat.At + repeat.Count <= beforeRow);
        Outcomes.Forget(beforeRow);
    }
}
