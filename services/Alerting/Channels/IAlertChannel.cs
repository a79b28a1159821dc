namespace MonitoringDemo.Alerting.Channels;

/// <summary>A way to tell people. Extension point: a class in this folder that implements it is found and used,
/// and held to the contract in <c>AlertChannelContract</c>.</summary>
/// <remarks>
/// Constructor parameters come from the container. The pump keeps what a channel did not take, tries it again with
/// exponential back-off, and gives each channel its notifications one at a time and in order; one that fails or hangs
/// holds up no other. A delivery may come twice after a crash: it carries the same
/// <see cref="AlertNotification.Key"/>, so that a receiver can drop it.
/// </remarks>
public interface IAlertChannel
{
    /// <summary>In kebab-case and unique: the value of the label <c>channel</c>, and the name that pending deliveries are kept under.</summary>
    string Name { get; }

    /// <summary>False when the configuration does not ask for this channel; nothing is kept for it then.</summary>
    bool IsEnabled { get; }

    /// <summary>Tells. Returning means that it was taken; a <see cref="NotificationRefusedException"/> that it never will be, any other exception that it has to be tried again.</summary>
    /// <remarks>Put no secret (an address, a token) into an exception's message: it is logged.</remarks>
    Task DeliverAsync(AlertNotification notification, CancellationToken cancellationToken);
}
