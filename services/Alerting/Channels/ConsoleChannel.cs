namespace MonitoringDemo.Alerting.Channels;

/// <summary>Alerts among the log lines of the process. Through the logger, so that a command that owns the terminal can turn it down.</summary>
internal sealed class ConsoleChannel(ILogger<ConsoleChannel> logger) : IAlertChannel
{
    public string Name => "console";

    public bool IsEnabled => true;

    public Task DeliverAsync(AlertNotification notification, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var level = notification.Event == "resolved" || notification.Severity == "info" ? LogLevel.Information : LogLevel.Warning;
        logger.Log(level, "Alert {Event}: {Name} ({Severity}, for {Owner}) at row {Row} of {UpdateId}: {Summary}",
            notification.Event, notification.Name, notification.Severity, notification.Owner, notification.Row,
            notification.UpdateId, notification.Summary);
        return Task.CompletedTask;
    }
}
