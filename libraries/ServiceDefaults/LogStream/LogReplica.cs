using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.LogStream.Merge;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>Reads the stream from where this service was, and keeps a copy of the log in the service's own data directory, where everything else reads it.</summary>
internal sealed class LogReplica : IPump, IAsyncDisposable
{
    private readonly InferenceLogFiles _files;
    private readonly BrokerDoor _door;
    private readonly LogStreamTelemetry _telemetry;
    private readonly PumpSignal _signal;
    private readonly LogStreamOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<LogReplica> _logger;
    private readonly Checkpoint<ReplicaPosition> _checkpoint;
    private readonly Checkpoint<MergeState> _merge;
    private readonly ParkedMessages _parked;
    private readonly RecordUnpacker _unpacker = new();
    private LogCopy? _copy;
    private StreamSubscription? _subscription;
    private StreamStart? _start;

    public LogReplica(
        IInferenceLog log, BrokerDoor door, LogStreamTelemetry telemetry, LogStreamPlace place, DataDirectory data, PumpSignal signal,
        IOptions<LogStreamOptions> options, TimeProvider time, ILogger<LogReplica> logger)
    {
        (_files, _door, _telemetry, _signal, _options, _time, _logger) = (LogStreamExtensions.Files(log), door, telemetry, signal, options.Value, time, logger);
        _checkpoint = new Checkpoint<ReplicaPosition>(data.PathOf(place.Part, "log-replica.json"));
        _merge = new Checkpoint<MergeState>(data.PathOf(place.Part, "log-merge.json"));
        _parked = new ParkedMessages(data.PathOf(place.Part, "log-parked.jsonl"), _options.ParkedBytes);
        telemetry.Copies();
    }

    public string Name => "log-replica";

    public int Order => 10;

    public async ValueTask<bool> PumpAsync(CancellationToken cancellationToken)
    {
        var copy = _copy ??= new LogCopy(_files, _merge, _options, _time, Saved(out var saved) ? saved?.Copied ?? 0 : long.MaxValue);
        try
        {
            var subscription = _subscription ??= await SubscribeAsync(copy, cancellationToken);
            return await TakeAsync(subscription, copy, cancellationToken);
        }
        catch
        {
            await CloseAsync();
            if (copy.IsDoubtful)
            {
                _copy = null;
                copy.Dispose();
            }

            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _copy?.Dispose();
        _unpacker.Dispose();
    }

    private Task<StreamSubscription> SubscribeAsync(LogCopy copy, CancellationToken cancellationToken)
    {
        var position = Saved(out var saved) && saved?.Stream == _options.Name ? saved : null;
        if (position is not null && copy.End < position.Copied)
        {
            _logger.LogWarning("The copy ends before record {End}, and had {Copied}: the stream is read from its first message on, and what is known is dropped", copy.End, position.Copied);
            position = null;
        }

        _start = position is null ? null : new StreamStart(position, _time.GetTimestamp());

        // The message that was taken last comes once more: by it the stream is known again.
        return _door.OpenAsync((connection, _, token) => StreamSubscription.OpenAsync(connection, _options, position?.Offset, _signal.Wake, token), cancellationToken);
    }

    /// <summary>How far the stream was read; null when it never was.</summary>
    /// <returns>False when that cannot be read any more: then it is read from its first message on, and what is known is dropped.</returns>
    private bool Saved(out ReplicaPosition? position)
    {
        try
        {
            position = _checkpoint.TryLoad(out var saved) ? saved : null;
            return true;
        }
        catch (DamagedCheckpointException e)
        {
            _logger.LogWarning("{Reason} Nothing is lost by it: the stream is read from its first message on, and what is known is dropped", e.Message);
            position = null;
            return false;
        }
    }

    private async Task<bool> TakeAsync(StreamSubscription subscription, LogCopy copy, CancellationToken cancellationToken)
    {
        StreamDelivery? last = null;

        // Half of what the broker hands over: it goes on with the other half while these are acknowledged.
        for (var taken = 0; taken < (_options.Prefetch + 1) / 2 && subscription.TryTake(out var delivery); taken++)
        {
            if (_start?.Meets(delivery, copy.NextOf) != true) Take(delivery, copy);
            if (_start is { IsPassed: true }) _start = null;
            last = delivery;
        }

        _telemetry.Waiting(copy.Behind);
        if (last is not null)
        {
            copy.Save();
            _checkpoint.Save(new ReplicaPosition(_options.Name, last.Offset, last.Sha256, copy.End));
            await subscription.AcknowledgeAsync(last, cancellationToken);
            return true;
        }

        subscription.ThrowIfBroken();
        _start?.ThrowIfLate(_time, _options.Timeout);
        return false;
    }

    /// <summary>Takes all that can be read of a message; sets it aside, once, when something cannot.</summary>
    private void Take(StreamDelivery delivery, LogCopy copy)
    {
        string? fault = null;
        foreach (var record in Unpack(delivery, ref fault))
        {
            try
            {
                Take(record, copy);
            }
            catch (UnreadableMessageException e)
            {
                fault ??= e.Message;
            }
        }

        if (fault is null) return;
        _parked.Park(delivery, fault, _time.GetUtcNow());
        _telemetry.Parked();
        _logger.LogError("The message at offset {Offset} of the stream cannot be read and is set aside: {Reason}", delivery.Offset, fault);
    }

    private IReadOnlyList<ShippedMessage> Unpack(StreamDelivery delivery, ref string? fault)
    {
        try
        {
            return _unpacker.Unpack(delivery.Message ?? throw new UnreadableMessageException("It does not say which record of which log it is."));
        }
        catch (UnreadableMessageException e)
        {
            fault = e.Message;
            return [];
        }
    }

    private void Take(ShippedMessage message, LogCopy copy)
    {
        var next = copy.NextOf(message.Log);
        var taken = copy.Take(message);
        if (taken.IsKnown && message.Ordinal != ShippedMessage.Schema) _telemetry.Duplicate();
        if (taken.Refused > 0) _logger.LogError("{Count} outcomes of songs that this service knows nothing of are left out: too many of them wait already", taken.Refused);
        if (taken.Missing == 0) return;

        _telemetry.Missing(taken.Missing);
        _logger.LogError("Records {From} to {To} of the log {Log} are not in the stream: this service goes on without them", next, next + taken.Missing - 1, message.Log);
    }

    private async ValueTask CloseAsync()
    {
        var subscription = _subscription;
        _subscription = null;
        if (subscription is not null) await subscription.DisposeAsync();
    }
}
