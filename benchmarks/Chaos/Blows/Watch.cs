using MonitoringDemo.Chaos.Fleet;

namespace MonitoringDemo.Chaos.Blows;

/// <summary>Looks, while something is struck, at what an operator would see.</summary>
internal sealed class Watch(Services services, Alarms? alarms, TimeProvider time)
{
    private static readonly TimeSpan _every = TimeSpan.FromMilliseconds(500);

    /// <summary>Until it is over: whether somebody was unready, and which alerts came.</summary>
    public async Task<(bool IsTold, IReadOnlyList<string> Alerts)> LookAsync(CancellationToken over)
    {
        var (told, alerts, since) = (false, new SortedSet<string>(StringComparer.Ordinal), time.GetUtcNow());
        using var again = new PeriodicTimer(_every, time);
        try
        {
            do
            {
                told = told || await services.ReadyAsync(over) < services.Processes.Count;
                if (alarms is not null) alerts.UnionWith(await alarms.SinceAsync(since, over));
            }
            while (await again.WaitForNextTickAsync(over));
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }

        return (told, [.. alerts]);
    }
}
