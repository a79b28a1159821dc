using Microsoft.Extensions.Options;
using MonitoringDemo.Alerting.Channels;
using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.Alerting.Deliver;

/// <summary>Tells Alertmanager from time to time what is open. Not in lockstep, where no clock runs.</summary>
internal sealed class RepeatToAlertmanager(
    IEnumerable<IAlertChannel> channels, IOptions<AlertingOptions> options, IOptions<PumpOptions> pumping, TimeProvider time, ILogger<RepeatToAlertmanager> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var channel = channels.OfType<AlertmanagerChannel>().Single();
        if (!channel.IsEnabled || pumping.Value.Lockstep)
            return;

        using var timer = new PeriodicTimer(options.Value.Alertmanager.RepeatEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await channel.RepeatAsync(stoppingToken);
            }
            catch (Exception e) when (e is IOException or TimeoutException or NotificationRefusedException)
            {
                logger.LogWarning("What is open was not told again, and is next time: {Error}", e.Message);
            }
        }
    }
}
