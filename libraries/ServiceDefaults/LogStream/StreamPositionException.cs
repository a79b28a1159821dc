namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>What is known here and what the stream holds do not fit, so nothing is read: the message says how, and how to mend it.</summary>
public sealed class StreamPositionException(string message) : IOException(message);
