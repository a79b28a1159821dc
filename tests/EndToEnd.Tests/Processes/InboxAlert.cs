namespace MonitoringDemo.EndToEnd.Tests.Processes;

/// <summary>One alert of a message that Alertmanager sent.</summary>
/// <param name="At">When it came, as <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/> counts.</param>
internal sealed record InboxAlert(string Receiver, string Name, string Status, IReadOnlyDictionary<string, string> Labels, string Summary, long At);
