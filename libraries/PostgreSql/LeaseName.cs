namespace MonitoringDemo.PostgreSql;

/// <summary>What one process at a time may do.</summary>
/// <param name="Service">The service, in kebab-case.</param>
/// <param name="Model">The model that it does it for.</param>
public sealed record LeaseName(string Service, string Model);
