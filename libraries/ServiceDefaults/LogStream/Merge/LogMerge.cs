using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.ServiceDefaults.LogStream.Merge;

/// <summary>
/// Writes the records of several logs as one, in the order in which they come. What it writes depends on that order alone, so every reader of a stream has the same rows under the
/// same numbers: rows get the number that is next, a request that two logs answered counts once, a release once, and an outcome goes to its row, whichever log it came in.
/// </summary>
internal sealed class LogMerge(InferenceLogWriter writer, MergeMemory memory)
{
    /// <summary>Takes a record that is new.</summary>
    /// <param name="record">The record.</param>
    /// <param name="frame">Its bytes.</param>
    /// <param name="log">The log that it was written in.</param>
    /// <returns>Outcomes that there was no room to wait for.</returns>
    public int Take(LogRecord record, ReadOnlySpan<byte> frame, OriginLog log)
    {
        if (record is OutcomeBatch outcomes) return TakeOutcomes(outcomes, log);
        if (record is PredictionBatch batch && memory.Requests.TryFind(batch, out var at))
            memory.Repeated(new RepeatedRows(log.Id, batch.FirstRow, at, batch.Count));
        else if (!IsToldAlready(record))
            Append(record, frame, log);
        return Settle(log);
    }

    /// <summary>Takes a record once more. What was written is known by that; what was left out, or waited, may have been forgotten with the process.</summary>
    public int TakeAgain(LogRecord record, OriginLog log)
    {
        if (record is OutcomeBatch outcomes) return TakeOutcomes(outcomes, log, isAgain: true);
        if (record is not PredictionBatch batch || log.Rows.TryFind(batch.FirstRow, out _) || !memory.Requests.TryFind(batch, out var at)) return 0;
        memory.Repeated(new RepeatedRows(log.Id, batch.FirstRow, at, batch.Count));
        return Settle(log, isAgain: true);
    }

    /// <summary>Writes the outcomes that waited for rows which have come by now.</summary>
    /// <param name="log">The log of the rows.</param>
    /// <param name="isAgain">True where rows that were left out may not be known yet: outcomes go on waiting for them.</param>
    public int Settle(OriginLog log, bool isAgain = false)
    {
        var come = memory.Waiting.Take(log);
        return come.Count == 0 ? 0 : TakeOutcomes(new OutcomeBatch([.. come.Select(outcome => outcome.Row)], [.. come.Select(outcome => outcome.Label)]), log, isAgain);
    }

    /// <summary>Writes those whose rows are here and have none; taking them again changes nothing.</summary>
    private int TakeOutcomes(OutcomeBatch outcomes, OriginLog log, bool isAgain = false)
    {
        var (rows, labels, refused) = (new List<long>(outcomes.Count), new List<byte>(outcomes.Count), 0);
        for (var i = 0; i < outcomes.Count; i++)
        {
            var (number, row) = PredictionIds.Split(outcomes.Rows[i]);
            var owner = number == 0 ? log : memory.OfNumber(number);
            var at = -1L;
            if (owner is null || row >= owner.NextRow || (!owner.Rows.TryFind(row, out at) && isAgain))
            {
                if (!memory.Waiting.Add(((owner?.Number ?? number) * PredictionIds.RowsEach) + row, outcomes.Labels[i])) refused++;
            }
            else if (at >= 0 && memory.Outcomes.TryAdd(at))
            {
                rows.Add(at);
                labels.Add(outcomes.Labels[i]);
            }
        }

        if (rows.Count > 0) writer.AppendOutcomes(new OutcomeBatch([.. rows], [.. labels]));
        return refused;
    }

    /// <summary>Each service writes what all of them were told; and the history that the first model learns from is complete once.</summary>
    private bool IsToldAlready(LogRecord record) => record switch
    {
        ModelChange change => change.ReleaseSequence <= memory.LastRelease,
        HistoryBatch => memory.HistoryComplete,
        _ => false,
    };

    private void Append(LogRecord record, ReadOnlySpan<byte> frame, OriginLog log)
    {
        var at = writer.NextRow;
        writer.AppendFrame(LogFrames.Merged(frame, writer.NextOrdinal, at, log.Id));
        memory.Took(record, at, new LogOrigin(log.Id, record.Ordinal, record.AtRow));
    }
}
