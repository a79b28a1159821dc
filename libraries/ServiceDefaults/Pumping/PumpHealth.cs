using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MonitoringDemo.ServiceDefaults.Pumping;

/// <summary>Remembers which pumps failed at their last call, for readiness and for the pause before the next one.</summary>
internal sealed class PumpHealth : IHealthCheck
{
    private readonly ConcurrentDictionary<string, (int Times, string Error)> _failing = new();

    public void Succeeded(string pump)
    {
        if (!_failing.IsEmpty) _failing.TryRemove(pump, out _);
    }

    /// <returns>How long to rest: 1, 2, 4, 8, 16, then always 30 seconds.</returns>
    public TimeSpan Failed(string pump, Exception error)
    {
        var now = _failing.AddOrUpdate(pump, _ => (1, error.Message), (_, before) => (before.Times + 1, error.Message));
        return TimeSpan.FromSeconds(now.Times > 5 ? 30 : 1 << (now.Times - 1));
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var failing = _failing.ToArray();
        return Task.FromResult(failing.Length == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy(string.Join("; ", failing.Select(f => $"{f.Key} failed {f.Value.Times} times: {f.Value.Error}"))));
    }
}
