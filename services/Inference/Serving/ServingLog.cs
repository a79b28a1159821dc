using Microsoft.Extensions.Options;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.Inference.TakeHistory;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Inference.Serving;

/// <summary>
/// The log and what serves, changed under one lock: every row stands in the log after the change that named its model,
/// rows have no gaps, and a request that is repeated finds its first answer.
/// </summary>
internal sealed partial class ServingLog : IDisposable
{
    private readonly Lock _gate = new();
    private readonly IInferenceLog _stored;
    private readonly ILogWriter _log;
    private readonly LogMemory _memory;
    private readonly Replica _replica;
    private readonly TimeProvider _time;
    private readonly UnknownColumns _unknown;
    private readonly Checkpoint<AppliedRelease> _applied;
    private volatile ServingSnapshot? _current;
    private volatile RowParser? _rows;

    public ServingLog(IInferenceLog log, DataDirectory data, IOptions<InferenceOptions> options, Replica replica, TimeProvider time, UnknownColumns unknown, LogHold? hold = null)
    {
        var settings = options.Value;
        (_stored, _replica, _time, _unknown) = (log, replica, time, unknown);
        _applied = new Checkpoint<AppliedRelease>(data.PathOf("inference", "release.json"), settings.Flush == FlushMode.EveryBatch);
        (_observed, _isObserved) = (ObservedIn(data, settings), settings.ServedElsewhere);
        _log = LogFile.Open(log, data, settings, hold, time);
        try
        {
            _memory = LogMemory.Rebuild(log, settings.RememberedRequests);
            if (_log.Schema is { } schema) _rows = new RowParser(SchemaJson.Read(schema), unknown);
        }
        catch
        {
            _log.Dispose();
            throw;
        }
    }

    /// <summary>What serves now; null before the first model.</summary>
    public ServingSnapshot? Current => _current;

    /// <summary>Reads rows of the log's schema; null before there is one.</summary>
    public RowParser? Rows => _rows;

    /// <summary>Fields that rows carried and the schema does not know.</summary>
    public IReadOnlyList<UnknownColumn> UnknownColumns => _unknown.Seen;

    public Checkpoint<AppliedRelease> Applied => _applied;

    public long NextRow => _log.NextRow;

    /// <summary>The oldest row that retention has left.</summary>
    public long FirstRow => _log.FirstRow;

    public long NextOrdinal => _log.NextOrdinal;

    public long HistoryRows => _memory.HistoryRows;

    public bool HistoryComplete => _memory.HistoryComplete;

    public ModelChange? FirstVersion => _memory.FirstVersion;

    /// <summary>Finds the first answer to a named request.</summary>
    public bool TryFindAnswer(string requestId, out PredictionBatch? answer)
    {
        lock (_gate)
        {
            answer = _memory.Requests.TryFind(requestId, out var position) && _stored.TryReadAt(position, out var record)
                ? (PredictionBatch)record
                : null;
            return answer is not null;
        }
    }

    /// <summary>Appends scored rows.</summary>
    public Appended Append(ServingSnapshot scoredWith, in PredictionRows rows)
    {
        lock (_gate)
        {
            if (_current != scoredWith) return new Appended(AppendStatus.OtherModel);
            if (rows.RequestId is { } id && TryFindAnswer(id, out var answer)) return new Appended(AppendStatus.Repeated, Answer: answer);

            var position = _log.AppendPredictions(rows, out var firstRow);
            _memory.Served(firstRow, rows.RequestId, position, _time.GetUtcNow());
            return new Appended(AppendStatus.Done, firstRow);
        }
    }

    /// <summary>Appends the outcomes that are new; when one of them cannot be, none is. Those of predictions that another replica made go into the log as they came: they find their rows where the logs are merged.</summary>
    /// <param name="ids">The numbers in the predictions' ids.</param>
    /// <param name="labels">0 or 1 each.</param>
    /// <param name="errors">Gets what is wrong.</param>
    public OutcomeReceipt? Append(ReadOnlySpan<long> ids, ReadOnlySpan<byte> labels, RequestErrors errors)
    {
        lock (_gate)
        {
            var split = SplitOutcomes.Of(ids, labels, _replica);
            var firstServed = Math.Max(_memory.HistoryRows, _log.FirstRow);
            for (var i = 0; i < ids.Length; i++)
            {
                if (_replica.RowOf(ids[i]) is { } row ? row < firstServed || row >= _log.NextRow : !_replica.IsOneOfMany || ids[i] < PredictionIds.RowsEach)
                    errors.Add(FormattableString.Invariant($"outcomes[{i}].id"), UnknownRow(ids[i]));
            }

            if (errors.Any) return null;

            _memory.Outcomes.Forget(_log.FirstRow);
            var own = _memory.Outcomes.AddNew(split.Rows, split.Labels);
            var batch = split.With(own);
            if (batch.Count > 0) AppendOutcomes(batch, own);
            var delay = own.Count > 0 ? _time.GetUtcNow() - _memory.Times.Of(own.Rows[0]) : null;
            return new OutcomeReceipt(batch.Count, ids.Length - batch.Count, delay);
        }
    }

    /// <summary>Appends history and, with the first of it, the schema.</summary>
    /// <returns>What stands in the way, or null.</returns>
    /// <exception cref="SchemaConflictException">The log holds rows of another schema.</exception>
    public (string Field, string Message)? AppendHistory(HistoryRequest request, double[] features, long[] eventTimes, out long firstRow)
    {
        lock (_gate)
        {
            firstRow = _log.NextRow;
            if (_current is not null) return ("instances", "a model is loaded, and history is taken only before the first one. Send predictions and outcomes.");
            if (_memory.HistoryComplete) return ("complete", "the history was declared complete. Wait for the first model.");
            if (request.FirstRow is { } row && row != firstRow) return ("firstRow", FormattableString.Invariant($"the next row is {firstRow}. Go on from there."));

            Establish(request.Schema);
            var batch = new HistoryBatch(firstRow, request.Schema.Count, features, request.Labels, request.Complete) { EventTimes = eventTimes };
            _log.AppendHistory(batch);
            _memory.Take(batch);
            return null;
        }
    }

    /// <summary>Appends that the data's owner accepts what was found broken.</summary>
    public void AppendAccepted(string what, string updateId)
    {
        lock (_gate) _log.AppendAcceptedData(new AcceptedData(_log.NextRow, what, updateId));
    }

    /// <summary>Lets other models serve from the next row on; a restart will serve the same.</summary>
    public ServingSnapshot Change(Func<long, ServingSnapshot> at)
    {
        lock (_gate)
        {
            var next = at(_log.NextRow);
            Establish(next.Champion.Model.Schema);
            // Saved first: a restart appends the change that is missing in the log, see Restore.
            _applied.Save(AppliedRelease.Of(next));
            AppendChange(next);
            _current = next;
            return next;
        }
    }

    /// <summary>Lets serve what served before the process ended.</summary>
    public void Restore(ServingSnapshot snapshot)
    {
        lock (_gate)
        {
            Establish(snapshot.Champion.Model.Schema);
            if (_memory.LastChange?.ReleaseSequence != snapshot.Release.Sequence) AppendChange(snapshot);
            _current = snapshot;
        }
    }

    public void Dispose() => _log.Dispose();

    private static string UnknownRow(long id)
        => FormattableString.Invariant($"'p-{id}' names no prediction that is in the log: send the id of a prediction served, before retention deletes it.");

    private void AppendOutcomes(OutcomeBatch batch, OutcomeBatch own)
    {
        try
        {
            _log.AppendOutcomes(batch);
        }
        catch
        {
            _memory.Outcomes.Remove(own.Rows);
            throw;
        }
    }

    private void AppendChange(ServingSnapshot snapshot)
    {
        var change = snapshot.ChangeAt(_log.NextRow);
        _log.AppendModelChange(change);
        _memory.Take(change);
    }

    private void Establish(FeatureSchema schema)
    {
        _log.WriteSchema(SchemaJson.Write(schema));
        _rows ??= new RowParser(schema, _unknown);
    }
}
