namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>Where a service keeps how far it is: its own folder of the data directory.</summary>
/// <param name="Part">The name of that folder.</param>
internal sealed record LogStreamPlace(string Part);
