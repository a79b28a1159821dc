namespace MonitoringDemo.EndToEnd.Tests.Processes;

/// <summary>Asks again until an answer comes that will do, or the time is up.</summary>
internal static class Eventually
{
    public static async Task<T> Get<T>(Func<CancellationToken, Task<T?>> ask, TimeSpan within, string what, CancellationToken cancellationToken)
        where T : class
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(within);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        Exception? last = null;
        try
        {
            do
            {
                try
                {
                    if (await ask(deadline.Token) is { } answer)
                        return answer;
                }
                catch (HttpRequestException exception)
                {
                    last = exception;
                }
            }
            while (await again.WaitForNextTickAsync(deadline.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }

        throw new TimeoutException($"{what}: not within {within.TotalSeconds:0} s.", last);
    }
}
