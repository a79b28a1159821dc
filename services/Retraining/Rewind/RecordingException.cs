namespace MonitoringDemo.Retraining.Rewind;

/// <summary>A recording cannot be played again; the message says why and what helps.</summary>
public sealed class RecordingException : Exception
{
    /// <summary>Creates the exception.</summary>
    public RecordingException()
    {
    }

    /// <summary>Creates the exception.</summary>
    public RecordingException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public RecordingException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
