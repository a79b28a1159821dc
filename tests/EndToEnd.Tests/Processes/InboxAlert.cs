namespace MonitoringDemo.EndToEnd.Tests.Processes;

/// <summary>One alert of a message that Alertmanager sent.</summary>
internal sealed record InboxAlert(string Receiver, string Name, string Status, IReadOnlyDictionary<string, string> Labels, string Summary);
