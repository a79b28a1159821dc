using Microsoft.Extensions.Diagnostics.HealthChecks;
using MonitoringDemo.Inference.LoadModel;

namespace MonitoringDemo.Inference.DescribeModel;

/// <summary>Whether a balancer may lead callers here: not while others serve what this one has not loaded. Before the first release it may, for history has to come to somebody.</summary>
internal sealed class ServingHealth(ReleaseLag lag) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lag.Problem is { } problem ? HealthCheckResult.Unhealthy(problem) : HealthCheckResult.Healthy());
}
