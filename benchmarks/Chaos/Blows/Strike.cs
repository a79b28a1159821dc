namespace MonitoringDemo.Chaos.Blows;

/// <summary>Something that can be done to the fleet.</summary>
/// <param name="Kind">What, for the table.</param>
/// <param name="Act">Does it; what it needs to come back by itself is there again when it returns.</param>
internal sealed record Strike(string Kind, Func<CancellationToken, Task> Act);
