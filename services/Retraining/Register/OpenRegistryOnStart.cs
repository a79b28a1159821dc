namespace MonitoringDemo.Retraining.Register;

/// <summary>A journal that cannot be trusted stops the start, with one clear message, and metrics begin at 0.</summary>
internal sealed class OpenRegistryOnStart(Registry registry, RetrainingTelemetry telemetry) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = telemetry;
        registry.Open();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
