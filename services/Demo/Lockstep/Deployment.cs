namespace MonitoringDemo.Demo.Lockstep;

/// <summary>A fleet that is stopped and started again on the same data, set to something else.</summary>
/// <param name="Row">It happens after the step that holds this row, when the fleet has come to rest.</param>
/// <param name="Settings">By configuration key; over those that it was started with.</param>
internal sealed record Deployment(long Row, IReadOnlyDictionary<string, string?> Settings);
