using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.LiveStory.Clock;

/// <summary>
/// Lets the story's clock run many times as fast as the machine's, and stand still when half a second of it has passed since a pump last rested,
/// or a fiftieth since no message was on its way: the demo is then live, with everything at once, and goes as on a machine of its own on which
/// no work takes longer, however busy this one is.
/// </summary>
internal sealed class ClockDrive : IAsyncDisposable
{
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan s_longestStep = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan s_mostBehind = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_longestWay = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;

    public ClockDrive(StoryClock clock, PumpProgress progress, BusActivity bus, double timesAsFast) => _running = RunAsync(clock, progress, bus, timesAsFast);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _end.Dispose();
    }

    private async Task RunAsync(StoryClock clock, PumpProgress progress, BusActivity bus, double timesAsFast)
    {
        using var beat = new PeriodicTimer(s_between);
        var last = TimeProvider.System.GetTimestamp();
        var quietAt = clock.Elapsed;
        try
        {
            while (await beat.WaitForNextTickAsync(_end.Token))
            {
                var now = TimeProvider.System.GetTimestamp();
                var step = TimeProvider.System.GetElapsedTime(last, now) * timesAsFast;
                last = now;
                quietAt = bus.UnderWay > 0 ? quietAt : clock.Elapsed;
                clock.Advance(Least(step, s_longestStep, Room(clock, progress), quietAt + s_longestWay - clock.Elapsed));
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The demo has been stopped.
        }
    }

    private static TimeSpan Room(StoryClock clock, PumpProgress progress)
    {
        var rested = progress.RestedAt;
        return rested == TimeSpan.MaxValue ? s_longestStep : rested + s_mostBehind - clock.Elapsed;
    }

    private static TimeSpan Least(params ReadOnlySpan<TimeSpan> times)
    {
        var least = times[0];
        foreach (var time in times)
            least = time < least ? time : least;
        return least < TimeSpan.Zero ? TimeSpan.Zero : least;
    }
}
