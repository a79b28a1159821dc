namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>A message of the stream brings nothing that can be read; the message says why.</summary>
public sealed class UnreadableMessageException(string message, Exception? inner = null) : Exception(message, inner);
