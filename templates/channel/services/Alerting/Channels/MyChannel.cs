namespace MonitoringDemo.Alerting.Channels;

/// <summary>Each notification as a warning of the service's log.</summary>
/// <remarks>Replace <see cref="DeliverAsync"/> by yours. Options of its own go into <see cref="AlertingOptions"/>, with their limits; a secret never into an exception's message.</remarks>
internal sealed class MyChannel(ILogger<MyChannel> logger) : IAlertChannel
{
    public string Name => "my-channel";

    /// <summary>False where the configuration does not ask for it: nothing is kept for it then.</summary>
    public bool IsEnabled => true;

    public Task DeliverAsync(AlertNotification notification, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        logger.LogWarning("{Owner}: {Name} {Event} at row {Row}: {Summary}", notification.Owner, notification.Name, notification.Event, notification.Row, notification.Summary);
        return Task.CompletedTask;
    }
}
