using Microsoft.Extensions.Hosting;

namespace MonitoringDemo.ServiceDefaults.StandBy;

/// <summary>The metric is there from the start, also in a process that never works.</summary>
internal sealed class ShowLeaseOnStart(LeaseTelemetry telemetry) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = telemetry;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
