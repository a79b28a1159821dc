namespace MonitoringDemo.KeepingUp;

/// <summary>Something that the caller can mend; told in one line, exit code 2.</summary>
internal sealed class UnusableInputException(string message) : Exception(message);
