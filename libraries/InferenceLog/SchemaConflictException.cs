namespace MonitoringDemo.InferenceLog;

/// <summary>A log holds rows of one schema, and another one was offered.</summary>
public sealed class SchemaConflictException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    public SchemaConflictException()
        : base("The log already holds rows of another schema. Send rows of that schema, or start with a fresh data directory.")
    {
    }

    /// <summary>Creates the exception.</summary>
    public SchemaConflictException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public SchemaConflictException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
