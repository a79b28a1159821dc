using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>Ships what is appended to this service's log to the stream, record by record as it stands in the files, and remembers how far the broker has confirmed it.</summary>
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
    private readonly string _producer;
    private ForwardedPosition? _position;
    private volatile LogFrameReader? _frames;
    private ConfirmedPublisher? _publisher;
    private bool _hasShippedSchema;

    public LogForwarder(
        IInferenceLog log, LogHold hold, BrokerDoor door, LogStreamTelemetry telemetry, LogStreamPlace place, DataDirectory data, ServiceIdentity identity,
        IOptions<LogStreamOptions> options, TimeProvider time, ILogger<LogForwarder> logger)
    {
        (_log, _hold, _door, _telemetry, _options, _time, _logger) = (LogStreamExtensions.Files(log), hold, door, telemetry, options.Value, time, logger);
        _producer = identity.Name;
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

    public async ValueTask DisposeAsync() => await CloseAsync();

    private ForwardedPosition Begin()
    {
        var log = _log.EstablishId();
        var position = _checkpoint.TryLoad(out var saved) && saved.Log == log && saved.Stream == _options.Name ? saved : new ForwardedPosition(log, _options.Name, 0);
        _hold.FromOrdinal = position.NextOrdinal;
        return position;
    }

    /// <summary>A stream that had to be made gets all that the log still holds.</summary>
    private void StartOver()
    {
        if (_position!.NextOrdinal == 0) return;
        _logger.LogWarning("There was no stream '{Stream}' any more: all that the log still holds is shipped again", _options.Name);
        Confirmed(0);
        _frames?.Dispose();
        _frames = _log.OpenFrames(0);
    }

    private async Task<bool> ShipAsync(ConfirmedPublisher publisher, LogFrameReader frames, CancellationToken cancellationToken)
    {
        var shipped = 0;
        for (var next = frames.NextOrdinal; shipped < 4 * _options.Window && frames.TryRead(out var frame, out var ordinal); shipped++, next = ordinal + 1)
        {
            if (ordinal > next && next > 0) Lost(next, ordinal);
            var end = Math.Max(frames.EndOrdinal, ordinal + 1);
            if (!_hasShippedSchema && frames.ReadSchema() is { } schema)
            {
                await publisher.PublishAsync(new ShippedMessage(_producer, _position!.Log, ShippedMessage.Schema, end, schema), ordinal, cancellationToken);
                _hasShippedSchema = true;
            }

            await publisher.PublishAsync(new ShippedMessage(_producer, _position!.Log, ordinal, end, frame), ordinal + 1, cancellationToken);
        }

        if (shipped == 0) return false;

        await publisher.AllConfirmedAsync(cancellationToken);
        Confirmed(publisher.ConfirmedTo);
        return true;
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
        _frames?.Dispose();
        _frames = _position is null ? null : _log.OpenFrames(_position.NextOrdinal);
    }
}
