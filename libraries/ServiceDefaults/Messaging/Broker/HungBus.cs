using Microsoft.Extensions.Options;

namespace MonitoringDemo.ServiceDefaults.Messaging.Broker;

/// <summary>Tells a bus that hangs from one that is about to subscribe: a queue has had no consumer for long, while the broker answered all the time.</summary>
internal sealed class HungBus(IOptions<MessagingOptions> options, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _hangs = new(0);
    private long? _since;

    /// <summary>The queues were looked at.</summary>
    /// <param name="isAbandoned">Whether one has no consumer.</param>
    public void Looked(bool isAbandoned)
    {
        if (!isAbandoned)
        {
            _since = null;
            return;
        }

        _since ??= time.GetTimestamp();
        if (time.GetElapsedTime(_since.Value) < options.Value.RestartBusAfter) return;
        _since = null;
        if (_hangs.CurrentCount == 0) _hangs.Release();
    }

    /// <summary>Nothing is known: the broker did not answer.</summary>
    public void LookedInVain() => _since = null;

    /// <summary>Ends when the bus hangs, once for each time.</summary>
    public Task NextAsync(CancellationToken cancellationToken) => _hangs.WaitAsync(cancellationToken);

    public void Dispose() => _hangs.Dispose();
}
