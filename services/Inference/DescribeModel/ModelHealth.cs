using Microsoft.Extensions.Diagnostics.HealthChecks;
using MonitoringDemo.Inference.LoadModel;
using MonitoringDemo.Inference.Serving;

namespace MonitoringDemo.Inference.DescribeModel;

/// <summary>Ready only with a model; and, where others serve beside it, only with the one that they serve.</summary>
internal sealed class ModelHealth(ServingLog log, ReleaseLag lag) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(log.Current is not { } now ? HealthCheckResult.Unhealthy("no model is loaded yet")
            : lag.Problem is { } problem ? HealthCheckResult.Unhealthy(problem)
            : HealthCheckResult.Healthy($"serving version {now.Champion.Reference.Version}"));
}
