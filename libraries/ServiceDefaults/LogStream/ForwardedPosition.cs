namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>How far a log has been shipped.</summary>
/// <param name="Log">The log's name: another one begins at its first record.</param>
/// <param name="Stream">The name of the stream: so does another one of these.</param>
/// <param name="NextOrdinal">The first record that the broker has not confirmed.</param>
internal sealed record ForwardedPosition(string Log, string Stream, long NextOrdinal);
