using MonitoringDemo.PostgreSql;

namespace MonitoringDemo.ServiceDefaults.StandBy;

/// <summary>A lease of this host; there is one a service.</summary>
internal sealed record NamedLease(LeaseName Name, ILease Lease);
