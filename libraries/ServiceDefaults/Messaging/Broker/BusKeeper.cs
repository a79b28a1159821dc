using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.ServiceDefaults.Messaging.Broker;

/// <summary>Starts the bus once the broker has agreed to all that this service does on it, and anew where it hangs.</summary>
/// <remarks>
/// A refusal closes the channel on which MassTransit makes its queues, and a declaration that waits on that channel then never ends; the same was seen after a broker came back under load.
/// The queue would have no consumer until the process starts again, also after what was refused has been mended.
/// </remarks>
internal sealed class BusKeeper(MassTransitHostedService bus, IBusControl control, BrokerHealth health, HungBus hung, IOptions<MessagingOptions> options, TimeProvider time, ILogger<BusKeeper> logger) : BackgroundService
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
        while (true)
        {
            await hung.NextAsync(stoppingToken);
            logger.LogWarning("Nobody has consumed a queue of this service for {Time} while the broker answers: the bus is started anew.", options.Value.RestartBusAfter);
            await WithinAsync(control.StopAsync, "stopped", stoppingToken);
            await WithinAsync(control.StartAsync, "started", stoppingToken);
        }
    }

    /// <summary>What hangs may hang at its end too. Where it could not be done in time, it is tried again when the queue is still not consumed.</summary>
    private async Task WithinAsync(Func<CancellationToken, Task> act, string what, CancellationToken stoppingToken)
    {
        using var timer = new CancellationTokenSource(options.Value.RestartBusAfter, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, stoppingToken);
        try
        {
            await act(either.Token).WaitAsync(either.Token);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogError(e, "The bus could not be {What} within {Time}.", what, options.Value.RestartBusAfter);
        }
    }
}
