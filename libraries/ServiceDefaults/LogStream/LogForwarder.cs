using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>Ships what is appended to this service's log to the stream, packed as it stands in the files, and remembers how far the broker has confirmed it.</summary>
/// <remarks>Whoever appends never waits for it. After a failure it begins again at the first record that is not confirmed: readers drop what comes twice.</remarks>
internal sealed class LogForwarder : IPump, IAsyncDisposable
{
    private readonly InferenceLogFiles _log;
    private readonly LogHold _hold;
    private readonly BrokerDoor _door;
    private readonly LogStreamTelemetry _telemetry;
    private readonly LogStreamOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<LogForwarder> _logger;
    private readonly Checkpoint<ForwardedPosition> _checkpoint;
    private readonly RecordPacker _packer;
    private readonly string _producer;
    private ForwardedPosition? _position;
    private volatile LogFrameReader? _frames;
    private ConfirmedPublisher? _publisher;
    private bool _hasShippedSchema, _shipsAgain;

    public LogForwarder(
        IInferenceLog log, LogHold hold, BrokerDoor door, LogStreamTelemetry telemetry, LogStreamPlace place, DataDirectory data, ServiceIdentity identity,
        IOptions<LogStreamOptions> options, TimeProvider time, ILogger<LogForwarder> logger)
    {
        (_log, _hold, _door, _telemetry, _options, _time, _logger) = (LogStreamExtensions.Files(log), hold, door, telemetry, options.Value, time, logger);
        (_producer, _packer) = (identity.Name, new RecordPacker(_options.Compress));
        _checkpoint = new Checkpoint<ForwardedPosition>(data.PathOf(place.Part, "log-forwarded.json"));
        telemetry.Forwards(() => _frames is { } frames ? frames.EndOrdinal - _hold.FromOrdinal : 0);
    }

    public string Name => "log-forwarder";

    public int Order => 10;

    public async ValueTask<bool> PumpAsync(CancellationToken cancellationToken)
    {
        var position = _position ??= Begin();
        _frames ??= _log.OpenFrames(position.NextOrdinal);
        try
        {
            var publisher = _publisher ??= await _door.OpenAsync(
                async (connection, isNew, token) =>
                {
                    if (isNew) StartOver();
                    return await ConfirmedPublisher.OpenAsync(connection, _options, _time, _position.NextOrdinal, token);
                },
                cancellationToken);
            publisher.ThrowIfBroken();
            return await ShipAsync(publisher, _frames, cancellationToken);
        }
        catch
        {
            await CloseAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _packer.Dispose();
    }

    private ForwardedPosition Begin()
    {
        var log = _log.EstablishId();
        var position = Saved() is { } saved && saved.Log == log && saved.Stream == _options.Name ? saved : new ForwardedPosition(log, _options.Name, 0);
        _hold.FromOrdinal = position.NextOrdinal;
        return position;
    }

    private ForwardedPosition? Saved()
    {
        try
        {
            return _checkpoint.TryLoad(out var saved) ? saved : null;
        }
        catch (DamagedCheckpointException e)
        {
            _logger.LogWarning("{Reason} Nothing is lost by it: all that the log still holds is shipped again, and readers drop what they know", e.Message);
            _shipsAgain = true;
            return null;
        }
    }

    /// <summary>A stream that had to be made gets all that the log still holds.</summary>
    private void StartOver()
    {
        if (_position!.NextOrdinal == 0) return;
        _logger.LogWarning("There was no stream '{Stream}' any more: all that the log still holds is shipped again", _options.Name);
        Confirmed(0);
        _shipsAgain = true;
        _frames?.Dispose();
        _frames = _log.OpenFrames(0);
    }

    private async Task<bool> ShipAsync(ConfirmedPublisher publisher, LogFrameReader frames, CancellationToken cancellationToken)
    {
        var (shipped, goesOn) = (0, true);
        for (; goesOn && shipped < _options.Window; shipped++)
        {
            goesOn = Gather(frames);
            if (_packer.Records == 0) break;
            var (end, next) = (Math.Max(frames.EndOrdinal, _packer.Next), _packer.Next);
            if (!_hasShippedSchema && frames.ReadSchema() is { } schema)
            {
                await publisher.PublishAsync(new ShippedMessage(_producer, _position!.Log, ShippedMessage.Schema, end, schema), _packer.First, cancellationToken);
                _hasShippedSchema = true;
            }

            var messages = _packer.Seal(_producer, _position!.Log, end);
            foreach (var message in messages) await publisher.PublishAsync(message, message == messages[^1] ? next : message.Ordinal + 1, cancellationToken);
        }

        // Where more is to come the broker need not be waited for.
        if (!goesOn && shipped > 0) await publisher.AllConfirmedAsync(cancellationToken);
        Confirmed(publisher.ConfirmedTo);
        return shipped > 0;
    }

    /// <summary>Takes what a message has room for.</summary>
    /// <returns>False at the end of the log, for now, or before a record that is damaged: what stands before it is shipped.</returns>
    private bool Gather(LogFrameReader frames)
    {
        try
        {
            for (var next = frames.NextOrdinal; !_packer.IsFull; next = _packer.Next)
            {
                if (!_packer.TryTake(frames, out var ordinal)) return false;
                if (ordinal > next && !_shipsAgain) Lost(next, ordinal);
                _shipsAgain = false;
            }

            return true;
        }
        catch (CorruptLogException) when (_packer.Records > 0)
        {
            // Met again, and told, when these have been shipped.
            return false;
        }
    }

    private void Lost(long from, long to)
    {
        _telemetry.Lost(to - from);
        _logger.LogError("Records {From} to {To} of the log were deleted by retention before the broker had confirmed them: no reader will have them. Raise Log:HoldBytes where the broker may be away for so long", from, to - 1);
    }

    private void Confirmed(long nextOrdinal)
    {
        if (nextOrdinal == _position!.NextOrdinal) return;
        var position = _position with { NextOrdinal = nextOrdinal };
        _checkpoint.Save(position);
        _position = position;
        _hold.FromOrdinal = nextOrdinal;
    }

    private async ValueTask CloseAsync()
    {
        if (_publisher is { } publisher)
        {
            Confirmed(publisher.ConfirmedTo);
            _publisher = null;
            await publisher.DisposeAsync();
        }

        _hasShippedSchema = false;
        _packer.Clear();
        _frames?.Dispose();
        _frames = _position is null ? null : _log.OpenFrames(_position.NextOrdinal);
    }
}
