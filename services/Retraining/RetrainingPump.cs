using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.StandBy;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.StandBy;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining;

/// <summary>Works while this process holds the lease, from where the one before was; else follows the journal, so that it can be asked what the registry knows.</summary>
internal sealed class RetrainingPump(
    [FromKeyedServices(RetrainingModule.Lease)] ILease lease,
    Registry registry,
    Handover handover,
    RegistryTelemetry telemetry,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<RetrainingPump> logger) : IPump, IDisposable
{
    private static readonly TimeSpan _followEvery = TimeSpan.FromSeconds(1);
    private IServiceScope? _work;
    private RetrainingRound? _round;
    private long? _followedAt;

    public string Name => "retraining";

    public int Order => 30;

    public async ValueTask<bool> PumpAsync(CancellationToken cancellationToken)
    {
        var fence = lease.Fence;
        if (_work is not null && fence != handover.Fence) StandBy();
        if (fence is null) return Follow();

        try
        {
            if (_work is null) Begin(fence.Value);
            return await _round!.RunAsync(cancellationToken);
        }
        catch (Exception e) when (e is LeaseLostException or JournalConflictException && lease is not UnsharedLease)
        {
            logger.LogWarning("Holding {Fence} of the lease is over, and what was done under it is refused ({Why}): another process works now. This one stands by.", fence, e.GetType().Name);
            lease.Lost(fence.Value);
            StandBy();
            return true;
        }
    }

    public void Dispose() => _work?.Dispose();

    private void Begin(long fence)
    {
        handover.Begin(fence);
        registry.Begin();
        _work = scopes.CreateScope();
        _round = _work.ServiceProvider.GetRequiredService<RetrainingRound>();
    }

    /// <summary>Forgets what was measured: whoever works next, also this process, begins with what was handed over.</summary>
    private void StandBy()
    {
        _work?.Dispose();
        (_work, _round, _followedAt) = (null, null, null);
        telemetry.StandsBy();
    }

    private bool Follow()
    {
        if (_followedAt is { } before && time.GetElapsedTime(before) < _followEvery) return false;
        _followedAt = time.GetTimestamp();
        try
        {
            registry.Follow();
        }
        catch (StoreUnavailableException e)
        {
            // Readiness says it, as long as it lasts.
            logger.LogDebug("The journal cannot be followed: {Reason}", e.Message);
        }

        return false;
    }
}
