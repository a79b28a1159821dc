namespace MonitoringDemo.ServiceDefaults.Security.People;

/// <summary>The least role of an endpoint, where it is another than viewer for what reads and operator for what changes something.</summary>
/// <param name="Role">The least role.</param>
public sealed record NeedsRole(PersonRole Role);
