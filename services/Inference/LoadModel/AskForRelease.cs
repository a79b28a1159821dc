using Microsoft.Extensions.Options;
using MonitoringDemo.Inference.Serving;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.Inference.LoadModel;

/// <summary>
/// Asks for the current release: once after a start, for one may have been missed meanwhile, and again until there is a
/// model, and until the question was taken; for ever where several serve and the registry itself cannot be asked. Not in lockstep, where nothing is missed.
/// </summary>
internal sealed class AskForRelease(
    ServingLog log,
    Replica replica,
    RegistryQuestion registry,
    ModelLoader loader,
    IMessageBus bus,
    IOptions<InferenceOptions> options,
    IOptions<PumpOptions> pump,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<AskForRelease> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (pump.Value.Lockstep || options.Value.ServedElsewhere) return;

        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var onStart = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        var isAsked = false;
        do
        {
            try
            {
                await loader.AnnounceAsync(stoppingToken);
                await bus.PublishAsync(
                    new AnnounceRelease(options.Value.Model, replica.Instance),
                    FormattableString.Invariant($"{replica.Instance}-{time.GetUtcNow().UtcTicks}"),
                    stoppingToken);
                isAsked = true;
            }
#pragma warning disable CA1031 // Whatever is wrong with the bus: serving goes on, and the question is asked again.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                logger.LogWarning("The current release could not be asked for: {Reason}", e.Message);
            }

            await Task.Delay(log.Current is null || !isAsked ? options.Value.AskAgainAfter : options.Value.MayLagFor, time, stoppingToken);
        }
        while (log.Current is null || !isAsked || (replica.IsOneOfMany && !registry.CanAsk));
    }
}
