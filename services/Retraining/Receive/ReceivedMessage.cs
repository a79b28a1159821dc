namespace MonitoringDemo.Retraining.Receive;

/// <summary>A message that the pump has not journaled yet.</summary>
internal sealed record ReceivedMessage(object Message, string? TraceParent);
