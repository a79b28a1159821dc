namespace MonitoringDemo.Chaos.Fleet;

/// <summary>Asks again until it holds.</summary>
internal static class Until
{
    /// <exception cref="TimeoutException">It did not in time.</exception>
    public static async Task HoldsAsync(Func<CancellationToken, Task<bool>> holds, TimeSpan within, string what, CancellationToken cancellationToken)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(within);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        try
        {
            while (!await holds(timer.Token)) await again.WaitForNextTickAsync(timer.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(FormattableString.Invariant($"Not within {within.TotalSeconds:0} s: {what}."));
        }
    }
}
