namespace MonitoringDemo.InferenceLog;

/// <summary>A log has one writer, and there is one already.</summary>
public sealed class LogInUseException : IOException
{
    /// <summary>Names the log and the mend.</summary>
    /// <param name="directory">The log's directory.</param>
    /// <param name="inner">What locking said.</param>
    public LogInUseException(string directory, Exception inner)
        : base($"The inference log in '{directory}' is being written by another inference service. Stop that one, or choose another data directory.", inner)
    {
    }

    /// <summary>Creates the exception.</summary>
    public LogInUseException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public LogInUseException()
    {
    }
}
