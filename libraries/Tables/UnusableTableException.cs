namespace MonitoringDemo.Tables;

/// <summary>A file cannot be used as a table: one line that names file, place, what was read and what is wanted.</summary>
public sealed class UnusableTableException : Exception
{
    public UnusableTableException(string message)
        : base(message)
    {
    }

    public UnusableTableException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public UnusableTableException()
    {
    }
}
