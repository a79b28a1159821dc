namespace MonitoringDemo.Retraining.Audit;

/// <summary>A question about the registry that cannot be answered; the message says why and, where there is one, the mend.</summary>
public sealed class AuditException(string message, Exception? inner = null) : Exception(message, inner);
