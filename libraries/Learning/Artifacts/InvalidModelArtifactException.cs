namespace MonitoringDemo.Learning.Artifacts;

/// <summary>Bytes that are no whole, sound model artifact of a known kind; the message says what is wrong.</summary>
public sealed class InvalidModelArtifactException : Exception
{
    /// <summary>Creates the exception.</summary>
    public InvalidModelArtifactException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public InvalidModelArtifactException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Creates the exception.</summary>
    public InvalidModelArtifactException()
    {
    }
}
