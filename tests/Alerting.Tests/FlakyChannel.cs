using MonitoringDemo.Alerting.Channels;

namespace MonitoringDemo.Alerting.Tests;

/// <summary>A channel that fails until it is mended.</summary>
internal sealed class FlakyChannel : IAlertChannel
{
    public bool Broken { get; set; } = true;

    public int Attempts { get; private set; }

    public List<string> Taken { get; } = [];

    public string Name => "flaky";

    public bool IsEnabled => true;

    public Task DeliverAsync(AlertNotification notification, CancellationToken cancellationToken)
    {
        Attempts++;
        if (Broken)
            throw new IOException("out of order");

        Taken.Add(notification.Key);
        return Task.CompletedTask;
    }
}
