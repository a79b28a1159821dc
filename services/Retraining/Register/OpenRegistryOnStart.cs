using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.Retraining.StandBy;
using MonitoringDemo.ServiceDefaults.StandBy;

namespace MonitoringDemo.Retraining.Register;

/// <summary>A journal that cannot be trusted stops the start, with one clear message, and metrics begin at 0.</summary>
internal sealed class OpenRegistryOnStart(Registry registry, [FromKeyedServices(RetrainingModule.Lease)] ILease lease, Handover handover, IReceived received, RetrainingTelemetry telemetry) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = telemetry;
        registry.Follow();
        received.TakeOver();
        // Files are this process's from the start; a lease is not held yet.
        if (lease.Fence is { } fence) handover.Begin(fence);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
