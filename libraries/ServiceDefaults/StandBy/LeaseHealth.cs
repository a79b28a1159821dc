using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MonitoringDemo.ServiceDefaults.StandBy;

/// <summary>Says whether the process works or stands by; one that stands by is as ready as the other.</summary>
internal sealed class LeaseHealth(SharedLease lease) : IHealthCheck
{
    /// <summary>The name, under which readiness shows what is said here, also when all is well.</summary>
    public const string Name = "lease";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lease.IsWell ? HealthCheckResult.Healthy(lease.Says) : HealthCheckResult.Unhealthy(lease.Says));
}
