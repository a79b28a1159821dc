using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MonitoringDemo.ServiceDefaults.Messaging.Broker;

/// <summary>What is wrong with the broker, for readiness and for the errors of those who publish. MassTransit's own check is healthy where a right is missing.</summary>
internal sealed class BrokerHealth : IHealthCheck
{
    private volatile string? _problem = "The broker has not been asked yet whether this service may do what it has to.";
    private volatile string? _untaken;
    private volatile string? _abandoned;
    private readonly TaskCompletionSource _agreed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the broker was asked and nothing was in the way, for the first time.</summary>
    public Task Agreed => _agreed.Task;

    /// <summary>The reason why publishing cannot work, as far as it is known.</summary>
    public string? Problem => _problem;

    /// <summary>The broker was asked, after a message was not taken as well. Where nothing is in the way, the next will be: a service that has nothing more to tell is not unready for ever.</summary>
    /// <returns>True when the answer is another than before.</returns>
    public bool Asked(string? problem)
    {
        if (problem is null)
        {
            Taken();
            _agreed.TrySetResult();
        }

        var before = Interlocked.Exchange(ref _problem, problem);
        return before != problem;
    }

    /// <summary>The queues were looked at.</summary>
    /// <returns>True when what was seen is another than before.</returns>
    public bool Abandoned(string? problem) => Interlocked.Exchange(ref _abandoned, problem) != problem;

    /// <summary>A message was not taken in time.</summary>
    public void NotTaken(string reason) => _untaken = reason;

    /// <summary>A message was taken.</summary>
    public void Taken()
    {
        if (_untaken is not null) _untaken = null;
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var problem = _problem ?? _untaken ?? _abandoned;
        return Task.FromResult(problem is null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(problem));
    }
}
