using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MonitoringDemo.PostgreSql;
using MonitoringDemo.Storage;

namespace MonitoringDemo.ServiceDefaults.State;

/// <summary>Whether the registry's database answers. For the service that decides on it; those that only read go on with what they have.</summary>
public sealed class RegistryHealth(IServiceProvider provider) : IHealthCheck
{
    /// <inheritdoc/>
    /// <remarks>A registry in files has nothing to ask.</remarks>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (provider.GetService<RegistryDatabase>() is not { } database) return Task.FromResult(HealthCheckResult.Healthy());
        return Task.Run(
            () =>
            {
                try
                {
                    database.Check();
                    return HealthCheckResult.Healthy();
                }
                catch (StoreUnavailableException e)
                {
                    return HealthCheckResult.Unhealthy(e.Message);
                }
            },
            cancellationToken);
    }
}
