using System.Text.Json;
using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>A reader's own copy of the log, made of what the stream brings. It depends on the order of the stream alone: every reader numbers rows and records as the writer did.</summary>
internal sealed class LogCopy(InferenceLogFiles files, LogStreamOptions options, TimeProvider time) : IDisposable
{
    private readonly InferenceLogWriter _writer = files.OpenCopy(new InferenceLogOptions { SegmentBytes = options.SegmentBytes, RetainBytes = options.RetainBytes, Clock = time });
    private string? _log;

    /// <summary>The number of the record that it lacks.</summary>
    public long NextOrdinal => _writer.NextOrdinal;

    /// <summary>Takes what a message brings, unless it is known.</summary>
    /// <exception cref="UnreadableMessageException">It brings nothing that can be read.</exception>
    /// <exception cref="StreamPositionException">It is of another log than this is a copy of.</exception>
    public CopiedRecord Take(ShippedMessage message)
    {
        var record = message.Ordinal == ShippedMessage.Schema ? null : Read(message);
        CheckLog(message);
        if (record is null) return TakeSchema(message);

        var missing = record.Ordinal - NextOrdinal;
        if (missing < 0) return new CopiedRecord(IsKnown: true, 0);

        Try(() => _writer.AppendFrame(message.Body.Span));
        return new CopiedRecord(IsKnown: false, missing);
    }

    public void Dispose() => _writer.Dispose();

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
        return new CopiedRecord(isKnown, 0);
    }

    private void CheckLog(ShippedMessage message)
    {
        if (_log == message.Log) return;

        _log = files.ReadId() ?? (_writer is { NextOrdinal: 0, Schema: null } ? files.AdoptId(message.Log) : null);
        if (_log != message.Log)
            throw new StreamPositionException(
                $"The stream brings records of the log {message.Log}, which '{message.Producer}' writes, and this service has {(_log is null ? "a log of its own" : $"a copy of the log {_log}")}. "
                + "A reader follows one log: where the writer began anew, let this service begin anew as well, with an empty data directory.");
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
