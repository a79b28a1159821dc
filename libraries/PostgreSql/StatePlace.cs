namespace MonitoringDemo.PostgreSql;

/// <summary>Where in which log a state belongs.</summary>
/// <param name="Log">The name of the log; empty before it has one.</param>
/// <param name="Position">The record that is read next.</param>
public sealed record StatePlace(string Log, long Position);
