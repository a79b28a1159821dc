namespace MonitoringDemo.ServiceDefaults.Messaging;

/// <summary>Counts messages on their way within this process: what was published against what was consumed or failed.</summary>
/// <remarks>Exact on the in-memory transport. Over a broker nothing is counted, and it is always quiet.</remarks>
public sealed class BusActivity
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _quiet;
    private long _underWay;

    /// <summary>Deliveries that were published and not yet consumed.</summary>
    public long UnderWay
    {
        get
        {
            lock (_gate) return _underWay;
        }
    }

    /// <summary>Completes when every message published in this process was consumed or failed for good, and so were those published on the way.</summary>
    public Task QuietAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_underWay <= 0) return Task.CompletedTask;
            _quiet ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _quiet.Task.WaitAsync(cancellationToken);
        }
    }

    internal void Expect(int deliveries)
    {
        if (deliveries == 0) return;
        lock (_gate) _underWay += deliveries;
    }

    internal void Settle(int deliveries)
    {
        if (deliveries == 0) return;
        TaskCompletionSource? quiet = null;
        lock (_gate)
        {
            _underWay -= deliveries;
            if (_underWay <= 0) (quiet, _quiet) = (_quiet, null);
        }

        quiet?.TrySetResult();
    }
}
