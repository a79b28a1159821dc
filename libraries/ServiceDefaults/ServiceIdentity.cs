namespace MonitoringDemo.ServiceDefaults;

/// <summary>Who this process is: the sender in message ids, the service name in telemetry.</summary>
/// <param name="Name">In kebab-case, for instance <c>drift-detection</c>.</param>
public sealed record ServiceIdentity(string Name);
