using Microsoft.Extensions.Options;
using MonitoringDemo.Inference.Serving;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Inference.LoadModel;

/// <summary>Opens the log and serves what was served before, ahead of the first request.</summary>
internal sealed class ServeAgain(ServingLog log, ModelLoader loader, IOptions<InferenceOptions> options, ILogger<ServeAgain> logger) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (options.Value.RetainFor > TimeSpan.Zero) logger.LogInformation("Rows of the log are deleted after {RetainFor}; the oldest one is row {FirstRow}", options.Value.RetainFor, log.FirstRow);
        try
        {
            if (log.Applied.TryLoad(out var applied)) loader.Restore(applied);
        }
        catch (Exception e) when (e is ModelRefusedException or DamagedCheckpointException)
        {
            // Retraining knows what is released: it is asked, see AskForRelease.
            logger.LogError("What was served before cannot be served again, a release is asked for: {Reason}", e.Message);
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
