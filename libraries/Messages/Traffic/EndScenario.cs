namespace MonitoringDemo.Messages.Traffic;

/// <summary>Command: end the running scenario; steady traffic goes on from the world as it is.</summary>
[Command]
public sealed record EndScenario;
