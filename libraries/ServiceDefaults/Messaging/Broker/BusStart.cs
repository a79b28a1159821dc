using MassTransit;
using Microsoft.Extensions.Hosting;

namespace MonitoringDemo.ServiceDefaults.Messaging.Broker;

/// <summary>Starts the bus once the broker has agreed to all that this service does on it.</summary>
/// <remarks>
/// A refusal closes the channel on which MassTransit makes its queues, and a declaration that waits on that channel then ends never:
/// the queue would have no consumer until the process starts again, also after what was refused has been mended.
/// </remarks>
internal sealed class BusStart(MassTransitHostedService bus, BrokerHealth health) : BackgroundService
{
    private volatile bool _isStarted;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_isStarted) await bus.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await health.Agreed.WaitAsync(stoppingToken);
        _isStarted = true;
        await bus.StartAsync(stoppingToken);
    }
}
