using System.Text.Json;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.LogStream.Merge;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>A reader's own copy of the log, made of what the stream brings. It depends on the order of the stream alone: every reader numbers rows alike. One log is copied to the byte; from the second on they are merged.</summary>
internal sealed class LogCopy : IDisposable
{
    private readonly InferenceLogFiles _files;
    private readonly Checkpoint<MergeState> _checkpoint;
    private readonly InferenceLogWriter _writer;
    private readonly MergeMemory _memory;
    private readonly LogMerge _merge;
    private bool _isSaved;

    /// <param name="files">The copy.</param>
    /// <param name="checkpoint">Keeps what the copy's own records do not tell.</param>
    /// <param name="options">Its segments.</param>
    /// <param name="time">Dates what is made here.</param>
    /// <param name="copied">The record that was to come next when that was last written down.</param>
    public LogCopy(InferenceLogFiles files, Checkpoint<MergeState> checkpoint, LogStreamOptions options, TimeProvider time, long copied = 0)
    {
        (_files, _checkpoint) = (files, checkpoint);
        _writer = files.OpenCopy(new InferenceLogOptions { SegmentBytes = options.SegmentBytes, RetainBytes = options.RetainBytes, Clock = time });
        try
        {
            var state = checkpoint.TryLoad(out var saved) ? saved : null;
            _memory = MergeMemory.Rebuild(files, _writer.NextOrdinal < copied ? state?.CutAt(_writer.NextOrdinal) : state);
            _merge = new LogMerge(_writer, _memory);
            foreach (var log in _memory.Logs) _merge.Settle(log, isAgain: true);
        }
        catch
        {
            _writer.Dispose();
            throw;
        }
    }

    /// <summary>The record that comes next in the copy.</summary>
    public long End => _writer.NextOrdinal;

    /// <summary>Records that were written and are not here, as far as the newest messages say.</summary>
    public long Behind => _memory.Logs.Sum(log => Math.Max(0, log.End - log.NextOrdinal));

    /// <summary>True once something could not be written: what is remembered may be more than what stands there, and the copy has to be opened anew.</summary>
    public bool IsDoubtful { get; private set; }

    /// <summary>The number of the record that it lacks of a log.</summary>
    public long NextOf(string log) => _memory.Logs.FirstOrDefault(each => each.Id == log)?.NextOrdinal ?? 0;

    /// <summary>Takes what a message brings, unless it is known.</summary>
    /// <exception cref="UnreadableMessageException">It brings nothing that can be read.</exception>
    /// <exception cref="StreamPositionException">It cannot be told where it belongs.</exception>
    public CopiedRecord Take(ShippedMessage message)
    {
        var record = message.Ordinal == ShippedMessage.Schema ? null : Read(message);
        CheckOwn(message);
        if (record is null) return TakeSchema(message);

        var log = Find(message, record);
        try
        {
            return Take(message, record, log);
        }
        catch (IOException)
        {
            IsDoubtful = true;
            throw;
        }
    }

    /// <summary>Saves what its records do not tell; before how far the stream was read, for what is read again is known.</summary>
    public void Save()
    {
        if (_isSaved && _memory.MergedFrom is null) return;
        _checkpoint.Save(_memory.State());
        _isSaved = _memory.Logs.Count > 0;
    }

    public void Dispose() => _writer.Dispose();

    private CopiedRecord Take(ShippedMessage message, LogRecord record, OriginLog log)
    {
        log.End = Math.Max(log.End, message.End);
        var missing = record.Ordinal - log.NextOrdinal;
        if (missing < 0)
            return new CopiedRecord(IsKnown: true, 0, _memory.MergedFrom is null ? 0 : _merge.TakeAgain(record, log));

        if (_memory.MergedFrom is null && (_memory.Logs.Count > 1 || NamesOthers(record)))
        {
            // Said before it is done: from here on a record without an origin was made here.
            _memory.MergedFrom = _writer.NextOrdinal;
            Save();
        }

        var (first, refused, firstRow) = (log.NextOrdinal == 0, 0, _writer.FirstRow);
        if (_memory.MergedFrom is null)
        {
            Try(() => _writer.AppendFrame(message.Body.Span));
            _memory.Took(record, record.AtRow, new LogOrigin(log.Id, record.Ordinal, record.AtRow));
        }
        else
        {
            refused = _merge.Take(record, message.Body.Span, log);
        }

        if (first) log.First = record.Ordinal;
        log.NextOrdinal = record.Ordinal + 1;
        if (_writer.FirstRow != firstRow) _memory.Forget(_writer.FirstRow);
        return new CopiedRecord(IsKnown: false, missing, refused);
    }

    /// <summary>The log of a message.</summary>
    private OriginLog Find(ShippedMessage message, LogRecord record)
    {
        var isNew = _memory.Logs.All(log => log.Id != message.Log);
        if (isNew && record.Ordinal > 0 && _memory.MergedFrom is null && _memory.Logs.FirstOrDefault() is { First: > 0 } first)
            throw new StreamPositionException(
                $"This service began to read where the stream holds record {first.First} of the log {first.Id} and record {record.Ordinal} of the log {message.Log}: what came before them is gone from it, and with it the order in which rows are numbered. "
                + "Stop this service, give it the folder 'log' and the files log-replica.json and log-merge.json of another reader's data, each in the place of its own, and start it.");
        return _memory.Of(message.Log);
    }

    private static bool NamesOthers(LogRecord record) => record is OutcomeBatch outcomes && outcomes.Rows.Any(id => id >= PredictionIds.RowsEach);

    private static LogRecord Read(ShippedMessage message)
    {
        LogRecord? record = null;
        Try(() => record = LogFrames.Read(message.Body.Span));
        return record!.Ordinal == message.Ordinal
            ? record
            : throw new UnreadableMessageException($"It says that it is record {message.Ordinal}, and holds record {record.Ordinal}.");
    }

    private CopiedRecord TakeSchema(ShippedMessage message)
    {
        var isKnown = _writer.Schema is not null;
        if (!isKnown) Try(() => JsonDocument.Parse(message.Body).Dispose());
        Try(() => _writer.WriteSchema(message.Body.Span));
        return new CopiedRecord(isKnown, 0, 0);
    }

    /// <summary>A copy has the name of the first log that it is a copy of; a log that was written here has none, or none that the stream knows.</summary>
    private void CheckOwn(ShippedMessage message)
    {
        if (_memory.Logs.Count > 0) return;
        var name = _files.ReadId() ?? (_writer is { NextOrdinal: 0, Schema: null } ? _files.AdoptId(message.Log) : null);
        if (name is null || (name != message.Log && _writer.NextOrdinal > 0))
            throw new StreamPositionException(
                $"The stream brings records of the log {message.Log}, which '{message.Producer}' writes, and this service has a log of its own, which no stream brought. Let it begin with an empty data directory.");
    }

    private static void Try(Action act)
    {
        try
        {
            act();
        }
        catch (Exception e) when (e is CorruptLogException or NotSupportedException or ArgumentException or JsonException or SchemaConflictException)
        {
            throw new UnreadableMessageException(e.Message, e);
        }
    }
}
