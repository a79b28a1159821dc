namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>Nothing could be signed; the message says why, and what to mend.</summary>
public sealed class SigningException(string message, Exception? inner = null) : Exception(message, inner);
