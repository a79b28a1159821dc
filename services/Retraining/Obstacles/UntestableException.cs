namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>An obstacle names what the rows do not have; the message says what.</summary>
internal sealed class UntestableException(string message) : Exception(message);
