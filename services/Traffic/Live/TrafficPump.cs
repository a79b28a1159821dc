using System.Text.Json;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Traffic.Show;

namespace MonitoringDemo.Traffic.Live;

/// <summary>Lets songs flow at their pace: history first, then predictions and late outcomes, from where the last process stopped.</summary>
internal sealed class TrafficPump(
    IOptions<TrafficOptions> options,
    Checkpoint<TrafficState> checkpoint,
    SteeringWheel wheel,
    SongSender sender,
    TrafficShown shown,
    IMessageBus bus,
    TrafficTelemetry telemetry,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<TrafficPump> logger) : IPump
{
    private readonly Pacer _pacer = new(time, options.Value.Tick);
    private readonly RestAfterFailure _rest = new(time);
    private TrafficCourse? _course;
    private bool _served;
    private long _toldFrom = -1;

    public string Name => "traffic";

    public int Order => 10;

    public async ValueTask<bool> PumpAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Live)
            return false;

        var course = _course ??= Open();
        // While a request is under way nothing may change what it holds: it may have to be sent again.
        if (course.State.InFlight == 0 && wheel.Apply(course))
            Save(course);
        await course.State.Outbox.PublishAsync(bus, cancellationToken);
        return !lifetime.ApplicationStopping.IsCancellationRequested && !_rest.IsResting && await TryGoOnAsync(course, cancellationToken);
    }

    private async Task<bool> TryGoOnAsync(TrafficCourse course, CancellationToken cancellationToken)
    {
        try
        {
            var worked = await GoOnAsync(course, cancellationToken);
            if (_rest.HasFailed)
                logger.LogInformation("Inference answers again; songs go on from {Row}", course.State.NextRow);
            _rest.Succeeded();
            return worked;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is HttpRequestException or IOException or InvalidDataException or JsonException or OperationCanceledException)
        {
            // Where one process is all services, its server stops before its pumps do.
            if (lifetime.ApplicationStopping.IsCancellationRequested)
                return false;
            if (!_rest.HasFailed)
                logger.LogWarning("Inference does not take songs ({Why}); they wait and are sent again", e.Message);
            telemetry.Failed();
            _rest.Failed();
            return false;
        }
    }

    private async Task<bool> GoOnAsync(TrafficCourse course, CancellationToken cancellationToken)
    {
        if (course.State.HistoryNext < course.State.WarmUp)
        {
            await sender.SendHistoryAsync(course, cancellationToken);
            Save(course);
            return true;
        }

        if (!_served && !(_served = await sender.IsServedAsync(cancellationToken)))
            return false;

        await sender.SendOutcomesAsync(course, cancellationToken);
        return await SendSongsAsync(course, cancellationToken);
    }

    private async Task<bool> SendSongsAsync(TrafficCourse course, CancellationToken cancellationToken)
    {
        if (course.State.InFlight == 0)
        {
            var songs = _pacer.Due(course.State.Pace * course.Haste, options.Value.LargestRequest);
            if (songs == 0)
                return false;
            course.State.InFlight = course.Limit(songs);
            Save(course);
            _pacer.Sent(course.State.InFlight);
        }

        telemetry.Sent(await sender.SendSongsAsync(course, cancellationToken));
        Save(course);
        await course.State.Outbox.PublishAsync(bus, cancellationToken);
        await sender.SendOutcomesAsync(course, cancellationToken);
        return true;
    }

    private TrafficCourse Open()
    {
        var goesOn = checkpoint.TryLoad(out var state);
        var course = goesOn ? new TrafficCourse(state!, options.Value.Model) : TrafficCourse.Fresh(options.Value);
        // A scenario that goes on began in the process before, at a time that this one does not know.
        if (goesOn && course.Running is { } running && running.FromRow < course.State.NextRow) _toldFrom = running.FromRow;
        // Whoever shows the pace and the year may be as fresh as this process.
        course.AnnouncePace();
        course.AnnounceWorld();
        Save(course);
        return course;
    }

    private void Save(TrafficCourse course)
    {
        checkpoint.Save(course.State);
        shown.Show(course);
        telemetry.Show(course.State);
        if (course.Running is not { IsSecret: false } running || running.FromRow >= course.State.NextRow || running.FromRow == _toldFrom)
            return;
        _toldFrom = running.FromRow;
        telemetry.ScenarioBegan(running.ScenarioId, time.GetUtcNow());
    }
}
