namespace MonitoringDemo.Storage;

/// <summary>A store could not be asked: nothing is known about what it holds, and nothing was written. Ask again later.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : IOException(message, inner);
