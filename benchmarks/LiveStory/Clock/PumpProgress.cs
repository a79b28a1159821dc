using System.Globalization;

namespace MonitoringDemo.LiveStory.Clock;

/// <summary>Since when each pump has had something to do, by the time of the story.</summary>
internal sealed class PumpProgress(StoryClock clock)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, TimeSpan> _restedAt = new(StringComparer.Ordinal);
    private readonly List<Waiting> _waiting = [];

    /// <summary>When that pump rested last that has not rested for longest; the end of time when none has begun.</summary>
    public TimeSpan RestedAt
    {
        get
        {
            lock (_gate)
                return _restedAt.Count == 0 ? TimeSpan.MaxValue : _restedAt.Values.Min();
        }
    }

    /// <summary>A call begins.</summary>
    /// <returns>When.</returns>
    public TimeSpan Began(string pump)
    {
        lock (_gate)
        {
            var now = clock.Elapsed;
            if (_restedAt.GetValueOrDefault(pump, TimeSpan.MaxValue) == TimeSpan.MaxValue)
                _restedAt[pump] = now;
            return now;
        }
    }

    /// <summary>A call that began then has left nothing to do, and the pump rests now.</summary>
    public void Rested(string pump, TimeSpan began)
    {
        lock (_gate)
        {
            _restedAt[pump] = clock.Elapsed;
            foreach (var waiting in _waiting.Where(waiting => began > waiting.Since))
                waiting.For.Remove(pump);
            foreach (var waiting in _waiting.Where(waiting => waiting.For.Count == 0).ToList())
            {
                waiting.Reached.TrySetResult();
                _waiting.Remove(waiting);
            }
        }
    }

    /// <summary>A call failed: until the next one the clock does not wait for this pump.</summary>
    public void Failed(string pump)
    {
        lock (_gate)
            _restedAt[pump] = TimeSpan.MaxValue;
    }

    /// <summary>Completes when every pump has done all that there was to do at this moment.</summary>
    /// <exception cref="TimeoutException">One of them does not come to rest.</exception>
    public Task AllDoneAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            var waiting = new Waiting(clock.Elapsed, [.. _restedAt.Keys], new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            _waiting.Add(waiting);
            return waiting.Reached.Task.WaitAsync(s_patience, TimeProvider.System, cancellation);
        }
    }

    public override string ToString()
    {
        lock (_gate)
            return string.Join(", ", _restedAt.Select(pump => string.Create(CultureInfo.InvariantCulture, $"{pump.Key} {pump.Value.TotalSeconds:0.0} s")));
    }

    private sealed record Waiting(TimeSpan Since, HashSet<string> For, TaskCompletionSource Reached);
}
