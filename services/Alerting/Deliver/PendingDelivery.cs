using MonitoringDemo.Alerting.Channels;

namespace MonitoringDemo.Alerting.Deliver;

/// <summary>A notification that one channel has not taken yet.</summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="Notification">What to tell.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NotBefore">When it may be tried again.</param>
internal sealed record PendingDelivery(string Channel, AlertNotification Notification, int Attempts, DateTimeOffset NotBefore);
