namespace MonitoringDemo.LiveStory.Clock;

/// <summary>A timer of the story's clock.</summary>
internal sealed class StoryTimer(StoryClock clock, Action ring) : ITimer
{
    private readonly Lock _gate = new();
    private long _due = long.MaxValue;
    private long _period = long.MaxValue;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _due = dueTime == Timeout.InfiniteTimeSpan ? long.MaxValue : clock.Elapsed.Ticks + dueTime.Ticks;
            _period = period <= TimeSpan.Zero ? long.MaxValue : period.Ticks;
        }

        return true;
    }

    /// <summary>Whether it is to ring now; it is then set for the next time, if there is one.</summary>
    public bool TakeIfDue(long now)
    {
        lock (_gate)
        {
            if (_due > now)
                return false;
            _due = _period == long.MaxValue ? long.MaxValue : now + _period;
            return true;
        }
    }

    public void Ring() => ring();

    public void Dispose() => clock.Forget(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
