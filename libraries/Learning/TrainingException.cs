namespace MonitoringDemo.Learning;

/// <summary>Training could not be done with what was given; the message names what to mend.</summary>
public sealed class TrainingException : Exception
{
    /// <summary>Creates the exception.</summary>
    public TrainingException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public TrainingException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Creates the exception.</summary>
    public TrainingException()
    {
    }
}
