namespace MonitoringDemo.Messages.Traffic;

/// <summary>Command: let a scenario begin with the next song. A running one is replaced.</summary>
/// <param name="ScenarioId">The id in the scenario's manifest.</param>
/// <param name="IsSecret">True to announce neither its begin nor its end, nor what it does to the world: who watches the fleet has to find out.</param>
[Command]
public sealed record StartScenario(string ScenarioId, bool IsSecret = false);
