namespace MonitoringDemo.Messages.Traffic;

/// <summary>Command: let a scenario begin with the next song. A running one is replaced.</summary>
/// <param name="ScenarioId">The id in the scenario's manifest.</param>
[Command]
public sealed record StartScenario(string ScenarioId);
