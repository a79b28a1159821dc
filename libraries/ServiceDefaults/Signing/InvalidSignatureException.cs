namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>An artifact or its envelope cannot be trusted; the message says what is wrong.</summary>
public sealed class InvalidSignatureException(string message, Exception? inner = null) : Exception(message, inner);
