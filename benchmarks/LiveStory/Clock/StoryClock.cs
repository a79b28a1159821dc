namespace MonitoringDemo.LiveStory.Clock;

/// <summary>The clock of a played demo: it moves only when it is told to, and everything that the demo waits for waits by it.</summary>
internal sealed class StoryClock : TimeProvider
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly List<StoryTimer> _timers = [];
    private long _ticks;

    /// <summary>How long it has run.</summary>
    public TimeSpan Elapsed => new(Interlocked.Read(ref _ticks));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override DateTimeOffset GetUtcNow() => s_start + Elapsed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new StoryTimer(this, () => callback(state));
        lock (_gate)
            _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves it on. What was waiting for the time goes on in threads of its own.</summary>
    public void Advance(TimeSpan by)
    {
        List<StoryTimer> due;
        lock (_gate)
        {
            Interlocked.Add(ref _ticks, by.Ticks);
            due = [.. _timers.Where(timer => timer.TakeIfDue(_ticks))];
        }

        foreach (var timer in due)
            ThreadPool.QueueUserWorkItem(static timer => timer.Ring(), timer, preferLocal: false);
    }

    internal void Forget(StoryTimer timer)
    {
        lock (_gate)
            _timers.Remove(timer);
    }
}
