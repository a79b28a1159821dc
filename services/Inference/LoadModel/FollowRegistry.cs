using System.Text.Json;
using Microsoft.Extensions.Options;
using MonitoringDemo.Inference.Retire;
using MonitoringDemo.Inference.Serving;
using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.Inference.LoadModel;

/// <summary>Compares what is served with what the registry has in force, again and again, and catches up: the queue of this process goes with its connection, and a release may have passed it by. Only where several serve.</summary>
internal sealed class FollowRegistry(
    ServingLog log,
    ModelLoader loader,
    RegistryQuestion registry,
    ReleaseLag lag,
    RetiredVersions retired,
    IOptions<InferenceOptions> options,
    IOptions<PumpOptions> pump,
    TimeProvider time,
    ILogger<FollowRegistry> logger) : BackgroundService
{
    private Task _catchingUp = Task.CompletedTask;
    private (long Sequence, DateTimeOffset At) _tried;
    private bool _answers = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (pump.Value.Lockstep || !registry.CanAsk) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            await CompareAsync(stoppingToken);
            await Task.Delay(options.Value.CompareEvery, time, stoppingToken);
        }
    }

    private async Task CompareAsync(CancellationToken stoppingToken)
    {
        try
        {
            var current = await registry.AskAsync(stoppingToken);
            _answers = true;
            if (current is null) return;

            foreach (var told in current.Retired ?? []) retired.Take(told);
            var sequence = current.Release.Sequence;
            lag.Knows(sequence);
            // What was refused is tried again, but not at every look.
            if (log.Current?.Release.Sequence >= sequence || !_catchingUp.IsCompleted || (_tried.Sequence == sequence && time.GetUtcNow() - _tried.At < options.Value.MayLagFor)) return;
            _tried = (sequence, time.GetUtcNow());
            _catchingUp = CatchUpAsync(current, stoppingToken);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException && !stoppingToken.IsCancellationRequested)
        {
            if (_answers) logger.LogWarning("The registry does not say what is in force, it is asked again every {Pause}: {Reason}", options.Value.CompareEvery, e.Message);
            _answers = false;
        }
    }

    private async Task CatchUpAsync(CurrentRelease current, CancellationToken stoppingToken)
    {
        try
        {
            await loader.ApplyAsync(current.Release, stoppingToken, current.First);
        }
#pragma warning disable CA1031 // Whatever is wrong: serving goes on, and the next look tries again.
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.LogError(e, "Release {Sequence} could not be taken over from the registry", current.Release.Sequence);
        }
    }
}
