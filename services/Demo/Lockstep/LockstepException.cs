namespace MonitoringDemo.Demo.Lockstep;

/// <summary>The fleet could not be driven any further; the message says where and why.</summary>
public sealed class LockstepException : Exception
{
    public LockstepException(string message)
        : base(message)
    {
    }

    public LockstepException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public LockstepException()
    {
    }
}
