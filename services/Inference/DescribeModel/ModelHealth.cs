using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using MonitoringDemo.Inference.LoadModel;
using MonitoringDemo.Inference.Serving;

namespace MonitoringDemo.Inference.DescribeModel;

/// <summary>Ready only with a model, or with history where another system serves it; and, where others serve beside it, only with the one that they serve.</summary>
internal sealed class ModelHealth(ServingLog log, ReleaseLag lag, IOptions<InferenceOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(options.Value.ServedElsewhere ? Observing()
            : log.Current is not { } now ? HealthCheckResult.Unhealthy("no model is loaded yet")
            : lag.Problem is { } problem ? HealthCheckResult.Unhealthy(problem)
            : HealthCheckResult.Healthy($"serving version {now.Champion.Reference.Version}"));

    private HealthCheckResult Observing() => log.HistoryComplete
        ? HealthCheckResult.Healthy("takes what another system answers")
        : HealthCheckResult.Unhealthy("history is not complete yet");
}
