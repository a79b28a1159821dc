using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MonitoringDemo.ServiceDefaults.StandBy;

/// <summary>Says whether the process works or stands by; one that stands by is as ready as the other.</summary>
internal sealed class LeaseHealth(IEnumerable<SharedLease> leases) : IHealthCheck
{
    /// <summary>The name, under which readiness shows what is said here, also when all is well.</summary>
    public const string Name = "lease";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var says = string.Join(" ", leases.Select(lease => lease.Says));
        return Task.FromResult(leases.All(lease => lease.IsWell) ? HealthCheckResult.Healthy(says) : HealthCheckResult.Unhealthy(says));
    }
}
