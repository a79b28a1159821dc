namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>What a service has to do with the stream that carries the inference log where services share no directory.</summary>
public enum LogStreamRole
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It writes the log, and ships it.</summary>
    Writes,

    /// <summary>It reads the log, from a copy that it keeps of what the stream brings.</summary>
    Reads,
}
