namespace MonitoringDemo.InferenceLog;

/// <summary>The record a reader wants next is not in the log: deleted by retention, or lost with the log's end.</summary>
public sealed class LogTruncatedException : IOException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is missing and how to mend it.</param>
    /// <param name="firstAvailable">An ordinal from which reading is possible.</param>
    public LogTruncatedException(string message, long firstAvailable)
        : base(message)
        => FirstAvailableOrdinal = firstAvailable;

    /// <summary>Creates the exception.</summary>
    public LogTruncatedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public LogTruncatedException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Creates the exception.</summary>
    public LogTruncatedException()
    {
    }

    /// <summary>An ordinal from which reading is possible.</summary>
    public long FirstAvailableOrdinal { get; }
}
