namespace MonitoringDemo.InferenceLog;

/// <summary>Bytes in the middle of a log are not what was written.</summary>
public sealed class CorruptLogException : IOException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="file">The segment.</param>
    /// <param name="offset">The first byte of the frame that cannot be read.</param>
    public CorruptLogException(string file, long offset)
        : base($"The inference log is damaged: the frame at byte {offset} of '{file}' cannot be read, and whole records follow it. "
            + "Restore that file from a copy, or start with a fresh data directory.")
        => (File, Offset) = (file, offset);

    /// <summary>Creates the exception.</summary>
    public CorruptLogException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public CorruptLogException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Creates the exception.</summary>
    public CorruptLogException()
    {
    }

    /// <summary>The segment.</summary>
    public string? File { get; }

    /// <summary>The first byte of the frame that cannot be read.</summary>
    public long Offset { get; }
}
