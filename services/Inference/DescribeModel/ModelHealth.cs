using Microsoft.Extensions.Diagnostics.HealthChecks;
using MonitoringDemo.Inference.Serving;

namespace MonitoringDemo.Inference.DescribeModel;

/// <summary>Ready only with a model.</summary>
internal sealed class ModelHealth(ServingLog log) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(log.Current is { } now
            ? HealthCheckResult.Healthy($"serving version {now.Champion.Reference.Version}")
            : HealthCheckResult.Unhealthy("no model is loaded yet"));
}
