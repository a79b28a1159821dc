namespace MonitoringDemo.ServiceDefaults.State;

/// <summary>Another process works in the data directory.</summary>
public sealed class DataDirectoryInUseException : IOException
{
    /// <summary>Names the directory, and what to do.</summary>
    public DataDirectoryInUseException(string directory, Exception? inner = null)
        : base($"The data directory '{directory}' is in use by another process. Stop that one, or name another directory: --data DIR, for a service alone --Data:Directory DIR.", inner) => Directory = directory;

    /// <summary>The directory in use.</summary>
    public string Directory { get; }
}
