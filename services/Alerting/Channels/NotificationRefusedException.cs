namespace MonitoringDemo.Alerting.Channels;

/// <summary>The receiver will not take this notification, however often it is sent; it may take the next one. Put no secret into the message: it is logged.</summary>
public sealed class NotificationRefusedException : Exception
{
    public NotificationRefusedException(string message)
        : base(message)
    {
    }

    public NotificationRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public NotificationRefusedException()
    {
    }
}
