using System.Collections.Concurrent;

namespace MonitoringDemo.ServiceDefaults.Pumping;

/// <summary>Wakes the pumps of this process, for instance when a message came in.</summary>
public sealed class PumpSignal
{
    private readonly ConcurrentBag<SemaphoreSlim> _sleepers = [];

    /// <summary>Every pump looks for work at once. Cheap, and safe from any thread.</summary>
    public void Wake()
    {
        foreach (var sleeper in _sleepers)
        {
            try
            {
                if (sleeper.CurrentCount == 0) sleeper.Release();
            }
            catch (SemaphoreFullException)
            {
                // Another thread woke it in the same moment.
            }
        }
    }

    internal SemaphoreSlim NewSleeper()
    {
        var sleeper = new SemaphoreSlim(0, 1);
        _sleepers.Add(sleeper);
        return sleeper;
    }
}
