using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.ServiceDefaults.Pumping;

/// <summary>Drives every pump of the process in live mode, each in a loop of its own, so that training does not hold up detection.</summary>
internal sealed class PumpLoop(
    IEnumerable<IPump> pumps,
    PumpSignal signal,
    PumpHealth health,
    PumpTelemetry telemetry,
    IOptions<PumpOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<PumpLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Lockstep) return;
        if (!await HostHasStarted(stoppingToken)) return;
        await Task.WhenAll(pumps.OrderBy(p => p.Order).Select(pump => Task.Run(() => RunAsync(pump, stoppingToken), CancellationToken.None)));
    }

    private async Task RunAsync(IPump pump, CancellationToken stoppingToken)
    {
        var sleeper = signal.NewSleeper();
        telemetry.Began(pump.Name);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var worked = await pump.PumpAsync(stoppingToken);
                health.Succeeded(pump.Name);
                telemetry.Turned(pump.Name);
                if (!worked) await RestAsync(sleeper, options.Value.Interval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // One failing pump must not take the others, or serving, down with it.
            catch (Exception e)
#pragma warning restore CA1031
            {
                var pause = health.Failed(pump.Name, e);
                telemetry.Failed(pump.Name);
                logger.LogError(e, "Pump {Pump} failed; it is tried again in {Pause}", pump.Name, pause);
                await RestAsync(sleeper, pause, stoppingToken);
            }
        }
    }

    private async Task RestAsync(SemaphoreSlim sleeper, TimeSpan interval, CancellationToken stoppingToken)
    {
        using var rest = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var delay = Task.Delay(interval, time, rest.Token);
        await Task.WhenAny(delay, sleeper.WaitAsync(rest.Token));
        await rest.CancelAsync();
    }

    private async Task<bool> HostHasStarted(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var onStart = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        using var onStop = stoppingToken.Register(() => started.TrySetCanceled(CancellationToken.None));
        await Task.WhenAny(started.Task);
        return started.Task.IsCompletedSuccessfully;
    }
}
