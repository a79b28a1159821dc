namespace MonitoringDemo.Demo;

/// <summary>What was typed, or what it names, cannot be used: one line that names it and the mend, then exit code 2.</summary>
public sealed class UnusableInputException : Exception
{
    public UnusableInputException(string message)
        : base(message)
    {
    }

    public UnusableInputException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public UnusableInputException()
    {
    }
}
