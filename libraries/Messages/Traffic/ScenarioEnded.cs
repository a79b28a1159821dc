namespace MonitoringDemo.Messages.Traffic;

/// <summary>A scenario ran to its end or was ended; the world keeps the state it reached.</summary>
/// <param name="ScenarioId">The id in its manifest.</param>
/// <param name="Row">The first row after it.</param>
/// <param name="Why">completed, replaced or ended by hand.</param>
public sealed record ScenarioEnded(string ScenarioId, long Row, string Why);
