namespace MonitoringDemo.Chaos;

/// <summary>Something is missing here that the run needs, told in one line.</summary>
internal sealed class UnusableMachineException(string message) : Exception(message);
