using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MonitoringDemo.PostgreSql;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.Storage;

namespace MonitoringDemo.ServiceDefaults.StandBy;

/// <summary>Holds the lease in the registry's database, or waits for it.</summary>
/// <param name="lease">The lease.</param>
/// <param name="canGoOn">Why this process could not go on with the work; null when it can.</param>
/// <remarks>A process counts its term from before it asked, by a clock that goes on while it is frozen: so it stops before the database lets another one work.</remarks>
internal sealed class SharedLease(DatabaseLease lease, Func<string?> canGoOn, PumpSignal signal, IOptions<LeaseOptions> options, TimeProvider time, ILogger<SharedLease> logger) : BackgroundService, ILease
{
    private readonly string _me = FormattableString.Invariant($"{Environment.MachineName} ({Environment.ProcessId})");
    private readonly LeaseOptions _options = options.Value;
    private volatile Holding? _holding;
    private volatile string _says = "It has not asked for the lease yet.";
    private volatile bool _isWell = true;

    public long? Fence => _holding is { } holding && time.GetElapsedTime(holding.Since) < _options.Term ? holding.Fence : null;

    /// <summary>In one sentence: whether it works, or why it stands by.</summary>
    public string Says => _says;

    /// <summary>False while the database does not answer.</summary>
    public bool IsWell => _isWell;

    public void Lost(long fence)
    {
        if (_holding is { } holding && holding.Fence == fence) _holding = null;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_holding is not { } holding) return;
        _holding = null;
        try
        {
            lease.GiveBack(holding.Fence);
        }
        catch (StoreUnavailableException e)
        {
            logger.LogWarning("The lease was not given back, and is free when its time is over: {Reason}", e.Message);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_options.AskEvery, time);
        try
        {
            await Task.Yield();
            do Ask();
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private void Ask()
    {
        try
        {
            if (!Keep()) Take();
            _isWell = true;
        }
        catch (StoreUnavailableException e)
        {
            if (_isWell) logger.LogWarning("The lease cannot be asked for: {Reason}", e.Message);
            (_says, _isWell) = (e.Message, false);
        }
    }

    /// <returns>False when there is nothing to keep.</returns>
    private bool Keep()
    {
        if (_holding is not { } holding) return false;
        var asked = time.GetTimestamp();
        if (lease.Renew(holding.Fence, _options.Term))
        {
            // The pump may have lost it meanwhile.
            if (ReferenceEquals(_holding, holding)) _holding = holding with { Since = asked };
            _says = FormattableString.Invariant($"It works, under holding {holding.Fence}.");
            return true;
        }

        Lost(holding.Fence);
        logger.LogWarning("Holding {Fence} is over: another process works now, and this one stands by", holding.Fence);
        return false;
    }

    private void Take()
    {
        if (lease.Read() is { IsFree: false } other)
        {
            _says = $"It stands by: {other.Holder} works.";
            return;
        }

        if (canGoOn() is { } why)
        {
            _says = $"It stands by, and could not take over: {why}.";
            return;
        }

        var asked = time.GetTimestamp();
        if (lease.TryTake(_me, _options.Term) is not { } fence) return;
        _holding = new Holding(fence, asked);
        _says = FormattableString.Invariant($"It works, under holding {fence}.");
        logger.LogInformation("This process works from now on, under holding {Fence}", fence);
        signal.Wake();
    }

    private sealed record Holding(long Fence, long Since);
}
