using MonitoringDemo.PostgreSql;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.StandBy;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>
/// What was received as rows of the registry's database. A process that stands by takes messages as the other does and only keeps them: they are worked on by the one that holds
/// the lease, and by no other. While the database is away consumers wait, and the broker keeps what they have not acknowledged.
/// </summary>
/// <param name="inbox">The rows.</param>
/// <param name="former">The file of the time before: what it holds is taken over.</param>
/// <param name="signal">Wakes the pump of this process.</param>
internal sealed class ReceivedRows(DatabaseInbox inbox, ReceivedMessages former, PumpSignal signal, TimeProvider time, ILogger<ReceivedRows> logger) : IReceived
{
    private static readonly TimeSpan _again = TimeSpan.FromSeconds(1);

    // Of what other processes put there nothing wakes this one.
    private static readonly TimeSpan _lookEvery = TimeSpan.FromMilliseconds(250);
    private volatile bool _isAdded = true;
    private long? _lookedAt;
    private long[] _numbers = [];

    public void TakeOver()
    {
        var left = former.Peek();
        foreach (var message in left) inbox.Add(ReceivedLine.Write(message.Message, message.TraceParent));
        former.Forget(left.Count);
    }

    public async Task AddAsync(object message, string? traceParent, CancellationToken cancellationToken)
    {
        var line = ReceivedLine.Write(message, traceParent);
        while (!TryAdd(line)) await Task.Delay(_again, time, cancellationToken);
        _isAdded = true;
        signal.Wake();
    }

    public IReadOnlyList<ReceivedMessage> Peek()
    {
        if (!_isAdded && _lookedAt is { } before && time.GetElapsedTime(before) < _lookEvery) return [];
        (_isAdded, _lookedAt) = (false, time.GetTimestamp());
        var lines = inbox.Read();
        _numbers = [.. lines.Select(line => line.Number)];
        return [.. lines.Select(line => ReceivedLine.Read(line.Line, "registry.received"))];
    }

    public void Forget(int count, long fence)
    {
        if (count == 0) return;
        if (!inbox.TryRemove(fence, _numbers[..count])) throw new LeaseLostException(fence);
    }

    private bool TryAdd(string line)
    {
        try
        {
            inbox.Add(line);
            return true;
        }
        catch (StoreUnavailableException e)
        {
            logger.LogWarning("A message waits to be kept: {Reason}", e.Message);
            return false;
        }
    }
}
