using Microsoft.Extensions.Options;
using MonitoringDemo.ControlRoom.Stream;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>Keeps the picture across a restart: events at once, measurements every few seconds.
/// Not in lockstep: nobody restarts the page of a run, and its steps are worth more.</summary>
internal sealed class PicturePump(
    LivePicture picture,
    Checkpoint<FleetPicture> checkpoint,
    IOptions<PumpOptions> options,
    TimeProvider time) : IPump, IDisposable
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(2);

    private DateTimeOffset _saved;

    public string Name => "control-room";

    public int Order => 50;

    public ValueTask<bool> PumpAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Lockstep && picture.HasNews(orMeasurements: time.GetUtcNow() - _saved >= s_between))
            Save();

        return ValueTask.FromResult(false);
    }

    public void Dispose()
    {
        if (!options.Value.Lockstep && picture.HasNews(orMeasurements: true))
            Save();
    }

    private void Save()
    {
        checkpoint.Save(picture.TakeForSaving());
        _saved = time.GetUtcNow();
    }
}
